/// The functions of libpq that are used (<https://www.postgresql.org/docs/15/libpq.html>).
struct PostgresLibrary {
  typealias Connection = OpaquePointer
  typealias Answer = OpaquePointer
  typealias Texts = UnsafePointer<UnsafePointer<CChar>?>

  let connect: @convention(c) (Texts, Texts, Int32) -> Connection?
  let status: @convention(c) (Connection) -> Int32
  let error: @convention(c) (Connection) -> UnsafePointer<CChar>?
  let finish: @convention(c) (Connection) -> Void
  let socket: @convention(c) (Connection) -> Int32
  let execute: @convention(c) (Connection, UnsafePointer<CChar>) -> Answer?
  let prepare:
    @convention(c) (Connection, UnsafePointer<CChar>, UnsafePointer<CChar>, Int32, UnsafeRawPointer?) -> Answer?
  let describe: @convention(c) (Connection, UnsafePointer<CChar>) -> Answer?
  let sendPrepared:
    @convention(c) (Connection, UnsafePointer<CChar>, Int32, Texts?, UnsafeRawPointer?, UnsafeRawPointer?, Int32) ->
      Int32
  let setSingleRows: @convention(c) (Connection) -> Int32
  let consume: @convention(c) (Connection) -> Int32
  let isBusy: @convention(c) (Connection) -> Int32
  let next: @convention(c) (Connection) -> Answer?
  let kind: @convention(c) (Answer) -> Int32
  let answerError: @convention(c) (Answer) -> UnsafePointer<CChar>?
  let field: @convention(c) (Answer, Int32) -> UnsafePointer<CChar>?
  let clear: @convention(c) (Answer) -> Void
  let columns: @convention(c) (Answer) -> Int32
  let parameters: @convention(c) (Answer) -> Int32
  let rows: @convention(c) (Answer) -> Int32
  let name: @convention(c) (Answer, Int32) -> UnsafePointer<CChar>?
  let isNull: @convention(c) (Answer, Int32, Int32) -> Int32
  let length: @convention(c) (Answer, Int32, Int32) -> Int32
  let value: @convention(c) (Answer, Int32, Int32) -> UnsafePointer<CChar>?
  let canceller: @convention(c) (Connection) -> OpaquePointer?
  let cancel: @convention(c) (OpaquePointer, UnsafeMutablePointer<CChar>, Int32) -> Int32
  let freeCanceller: @convention(c) (OpaquePointer) -> Void

  /// What `PQresultStatus` says.
  enum Kind {
    static let commandDone: Int32 = 1
    static let rowsDone: Int32 = 2
    static let singleRow: Int32 = 9
  }

  init() throws(NamedAudienceError) {
    let library = try ClientLibrary("libpq.so.5", package: "libpq5")
    connect = try library.function("PQconnectdbParams")
    status = try library.function("PQstatus")
    error = try library.function("PQerrorMessage")
    finish = try library.function("PQfinish")
    socket = try library.function("PQsocket")
    execute = try library.function("PQexec")
    prepare = try library.function("PQprepare")
    describe = try library.function("PQdescribePrepared")
    sendPrepared = try library.function("PQsendQueryPrepared")
    setSingleRows = try library.function("PQsetSingleRowMode")
    consume = try library.function("PQconsumeInput")
    isBusy = try library.function("PQisBusy")
    next = try library.function("PQgetResult")
    kind = try library.function("PQresultStatus")
    answerError = try library.function("PQresultErrorMessage")
    field = try library.function("PQresultErrorField")
    clear = try library.function("PQclear")
    columns = try library.function("PQnfields")
    parameters = try library.function("PQnparams")
    rows = try library.function("PQntuples")
    name = try library.function("PQfname")
    isNull = try library.function("PQgetisnull")
    length = try library.function("PQgetlength")
    value = try library.function("PQgetvalue")
    canceller = try library.function("PQgetCancel")
    cancel = try library.function("PQcancel")
    freeCanceller = try library.function("PQfreeCancel")
  }
}
