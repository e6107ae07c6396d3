import Model
import SQLiteKit

extension IncomingEvent {
  /// Makes the texts what will be read back: what is looked up, hashed and compared must be what is stored.
  mutating func replaceNULs() {
    providerID?.replaceNULs()
    address.replaceNULs()
    subject?.replaceNULs()
    reason?.replaceNULs()
    classification?.cause.replaceNULs()
    classification?.subtype.replaceNULs()
    classification?.smtpStatus?.replaceNULs()
    // Only a name that is not our own can hold one.
    if case .other(var name) = type {
      name.replaceNULs()
      type = .other(name)
    }
  }
}
