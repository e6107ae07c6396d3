import GRDB

extension Schema {
  /// The part of an address behind its `@`.
  static let domain = "substr(address, instr(address, '@') + 1)"
  /// Whether an address has one: a phone number has not.
  static let hasDomain = "instr(address, '@') > 0"

  /// Messages are found by the beginning of their domain.
  static func registerDomainIndex(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("9 domains") { db in
      try db.execute(
        sql: "CREATE INDEX message_domain ON message (\(domain) COLLATE NOCASE) WHERE \(hasDomain)")
    }
  }
}
