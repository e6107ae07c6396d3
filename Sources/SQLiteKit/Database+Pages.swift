public import GRDB
import GRDBSQLite

extension Database {
  /// Gives back the memory of pages that are not in use.
  ///
  /// <https://www.sqlite.org/c3ref/db_release_memory.html>
  public func releasePages() {
    guard let connection = sqliteConnection else { return }
    sqlite3_db_release_memory(connection)
  }
}
