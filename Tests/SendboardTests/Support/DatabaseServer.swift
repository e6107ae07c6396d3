import Foundation
import TestSupport
import Testing

/// A database server of a test's own, out of `.build/servers`, which ends with it.
final class DatabaseServer {
  enum Kind: String, CaseIterable, CustomTestStringConvertible {
    case postgres, mariadb
    var testDescription: String { rawValue }
  }

  /// Where it is, as the account that may do everything.
  let url: String
  /// What a program needs of its environment to find the client libraries.
  let environment: [String: String]
  private let server: RunningProgram

  static let password = "s3cret/päss@word"

  /// Begins one that has run some statements.
  init(_ kind: Kind, in folder: String, statements: String) async throws {
    let servers = try Self.servers()
    environment = ["LD_LIBRARY_PATH": servers + "/clients"]
    let libraries = ["LD_LIBRARY_PATH": try Self.libraries(servers)]
    let escaped = Self.password.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    func start(_ words: [String], input: String = "/dev/null", log: String) throws -> RunningProgram {
      try RunningProgram(
        path: words[0], arguments: Array(words.dropFirst()), environment: libraries, folder: folder, input: input,
        output: "\(folder)/\(log)", errors: "\(folder)/\(log)-errors")
    }
    func run(_ words: [String], input: String = "/dev/null", log: String) async throws {
      let end = try await start(words, input: input, log: log).wait()
      guard end.status == 0 else { throw Obstacle("\(words): \(end.output) \(end.errors)") }
    }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try statements.write(toFile: folder + "/statements", atomically: true, encoding: .utf8)
    switch kind {
    case .postgres:
      let binaries = servers + "/usr/lib/postgresql/15/bin/"
      try Self.password.write(toFile: folder + "/password", atomically: true, encoding: .utf8)
      // It refuses to run as root, whose files it is not to have: a name space in which root has another number.
      let other = geteuid() == 0 ? ["/usr/bin/unshare", "--user", "--map-user=1000"] : []
      try await run(
        other + [
          binaries + "initdb", "-D", folder + "/data", "-A", "scram-sha-256", "--pwfile", folder + "/password", "-U",
          "op", "--no-sync", "-E", "UTF8", "--locale=C.UTF-8",
        ], log: "initdb")
      try await run(
        other + [binaries + "postgres", "--single", "-j", "-D", folder + "/data", "-c", "fsync=off", "postgres"],
        input: folder + "/statements", log: "single")
      server = try start(
        other + [
          binaries + "postgres", "-D", folder + "/data", "-k", folder, "-c", "listen_addresses=", "-c", "fsync=off",
          "-c", "jit=off",
        ], log: "server")
      url = "postgresql://op:\(escaped)@/postgres?host=\(folder)"
      try await eventually("PostgreSQL listens") {
        FileManager.default.fileExists(atPath: folder + "/.s.PGSQL.5432")
      }
    case .mariadb:
      let share = servers + "/usr/share/mysql/"
      let common =
        [
          servers + "/usr/sbin/mariadbd", "--no-defaults", "--basedir=\(servers)/usr", "--lc-messages-dir=\(share)",
          "--character-sets-dir=\(share)charsets", "--datadir=\(folder)/data", "--innodb-flush-log-at-trx-commit=0",
        ] + (geteuid() == 0 ? ["--user=root"] : [])
      try FileManager.default.createDirectory(atPath: folder + "/data", withIntermediateDirectories: true)
      var tables = "CREATE DATABASE mysql;\nUSE mysql;\nSET @auth_root_socket=NULL;\n"
      for part in ["mysql_system_tables", "mysql_performance_tables", "mysql_system_tables_data"] {
        tables += try String(contentsOfFile: "\(share)\(part).sql", encoding: .utf8)
      }
      try tables.write(toFile: folder + "/tables", atomically: true, encoding: .utf8)
      try await run(common + ["--bootstrap"], input: folder + "/tables", log: "bootstrap")
      let account = """
        SET NAMES utf8mb4;
        CREATE DATABASE crm CHARACTER SET utf8mb4;
        CREATE USER op@localhost IDENTIFIED BY '\(Self.password)';
        GRANT ALL ON *.* TO op@localhost;
        USE crm;

        """
      try (account + statements).write(toFile: folder + "/statements", atomically: true, encoding: .utf8)
      server = try start(
        common + [
          "--init-file=\(folder)/statements", "--socket=\(folder)/m.sock", "--skip-networking",
          "--pid-file=\(folder)/pid", "--log-error=\(folder)/log.err",
        ], log: "server")
      url = "mysql://op:\(escaped)@localhost/crm?socket=\(folder)/m.sock"
      try await eventually("MariaDB listens") {
        (try? String(contentsOfFile: folder + "/log.err", encoding: .utf8))?.contains("ready for connections") == true
      }
    }
  }

  deinit {
    // A quick stop: PostgreSQL's children end with their parent then.
    server.signal(SIGQUIT)
    server.signal(SIGTERM)
    for _ in 0..<50 where !server.hasEnded { usleep(20_000) }
  }

  private static func servers() throws -> String {
    var folder = URL(filePath: try Program.binary()).standardizedFileURL.resolvingSymlinksInPath()
    while folder.lastPathComponent != ".build", folder.path != "/" { folder.deleteLastPathComponent() }
    let servers = folder.appending(path: "servers").path
    guard FileManager.default.fileExists(atPath: servers + "/done") else {
      throw Obstacle("there is no \(servers): .ci/servers makes it")
    }
    return servers
  }

  /// Where the servers' own libraries are.
  private static func libraries(_ servers: String) throws -> String {
    let library = URL(
      filePath: try FileManager.default.destinationOfSymbolicLink(atPath: servers + "/clients/libpq.so.5"))
    return library.deletingLastPathComponent().path
  }
}
