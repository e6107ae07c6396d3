/// Reads what brokers send by themselves, each as its file describes it.
package protocol ReportReader: Sendable {
  /// Reads what one broker sent.
  ///
  /// - Parameter gateway: the broker's name, from outside.
  /// - Throws: ``ReportUnread``.
  func read(_ body: [UInt8], of gateway: String) throws(ReportUnread) -> ReportAnswer

  /// A document without that broker's secrets, which it may repeat: whatever is kept is shown.
  func masked(_ document: [UInt8], of gateway: String) -> [UInt8]
}

/// Why nothing of what a broker sent was understood.
package enum ReportUnread: Error, Equatable, Sendable {
  /// No broker of that name is known, or it does not send reports by itself.
  case unknownGateway
  /// It is not as the broker's file says.
  case other
}
