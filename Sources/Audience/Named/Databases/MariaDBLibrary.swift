import CMariaDB

/// The functions of libmariadb that are used (<https://mariadb.com/kb/en/mariadb-connector-c/>). It talks to MySQL too.
struct MariaDBLibrary {
  typealias Connection = OpaquePointer
  typealias Statement = OpaquePointer
  typealias Text = UnsafePointer<CChar>

  let start: @convention(c) (Connection?) -> Connection?
  let option: @convention(c) (Connection, Int32, UnsafeRawPointer?) -> Int32
  let useTLS: @convention(c) (Connection, Text?, Text?, Text?, Text?, Text?) -> CChar
  let connect: @convention(c) (Connection, Text?, Text?, Text?, Text?, UInt32, Text?, UInt) -> Connection?
  let close: @convention(c) (Connection) -> Void
  let error: @convention(c) (Connection) -> Text?
  let code: @convention(c) (Connection) -> UInt32
  let server: @convention(c) (Connection) -> Text?
  let run: @convention(c) (Connection, Text) -> Int32
  let makeStatement: @convention(c) (Connection) -> Statement?
  let closeStatement: @convention(c) (Statement) -> CChar
  let prepare: @convention(c) (Statement, Text, UInt) -> Int32
  let statementError: @convention(c) (Statement) -> Text?
  let statementCode: @convention(c) (Statement) -> UInt32
  let parameters: @convention(c) (Statement) -> UInt
  let columns: @convention(c) (Statement) -> UInt32
  let metadata: @convention(c) (Statement) -> OpaquePointer?
  let field: @convention(c) (OpaquePointer, UInt32) -> UnsafePointer<Text?>?
  let freeMetadata: @convention(c) (OpaquePointer) -> Void
  let bindParameters: @convention(c) (Statement, UnsafeMutablePointer<sb_mariadb_bind>) -> CChar
  let bindResult: @convention(c) (Statement, UnsafeMutablePointer<sb_mariadb_bind>) -> CChar
  let execute: @convention(c) (Statement) -> Int32
  let fetch: @convention(c) (Statement) -> Int32
  let fetchColumn: @convention(c) (Statement, UnsafeMutablePointer<sb_mariadb_bind>, UInt32, UInt) -> Int32

  /// `enum mysql_option`.
  enum Option {
    static let connectTimeout: Int32 = 0
    static let characterSet: Int32 = 7
    static let localFiles: Int32 = 8
    static let readTimeout: Int32 = 11
    static let writeTimeout: Int32 = 12
    static let verifiesServer: Int32 = 21
  }

  /// `enum enum_field_types`: whatever a column holds is handed over as its text.
  static let text: Int32 = 254
  /// What fetching answers besides 0 and an error.
  static let noMore: Int32 = 100
  static let isCut: Int32 = 101

  init() throws(NamedAudienceError) {
    let library = try ClientLibrary("libmariadb.so.3", package: "libmariadb3")
    start = try library.function("mysql_init")
    option = try library.function("mysql_options")
    useTLS = try library.function("mysql_ssl_set")
    connect = try library.function("mysql_real_connect")
    close = try library.function("mysql_close")
    error = try library.function("mysql_error")
    code = try library.function("mysql_errno")
    server = try library.function("mysql_get_server_info")
    run = try library.function("mysql_query")
    makeStatement = try library.function("mysql_stmt_init")
    closeStatement = try library.function("mysql_stmt_close")
    prepare = try library.function("mysql_stmt_prepare")
    statementError = try library.function("mysql_stmt_error")
    statementCode = try library.function("mysql_stmt_errno")
    parameters = try library.function("mysql_stmt_param_count")
    columns = try library.function("mysql_stmt_field_count")
    metadata = try library.function("mysql_stmt_result_metadata")
    field = try library.function("mysql_fetch_field_direct")
    freeMetadata = try library.function("mysql_free_result")
    bindParameters = try library.function("mysql_stmt_bind_param")
    bindResult = try library.function("mysql_stmt_bind_result")
    execute = try library.function("mysql_stmt_execute")
    fetch = try library.function("mysql_stmt_fetch")
    fetchColumn = try library.function("mysql_stmt_fetch_column")
  }
}
