package import Model

/// Where a provider tells what became of messages when it is asked.
package protocol ReportSource: Sendable {
  /// The provider's name, by which its place is remembered.
  var name: String { get }
  /// What it is asked about, and how often.
  var rhythm: ReportRhythm { get }

  /// Asks for one page.
  ///
  /// - Parameter page: what the page before said; `nil` for the first.
  /// - Throws: ``ReportFault``.
  func ask(_ question: ReportQuestion, page: String?) async throws(ReportFault) -> ReportAnswer
}

/// What a provider is asked about, and how often.
package enum ReportRhythm: Equatable, Sendable {
  /// What changed since the last time.
  ///
  /// - every: between two questions.
  /// - overlap: how much is asked for again, for its clock is not ours.
  /// - span: how long a time one question may be about.
  /// - until: for how long a message is asked about.
  case since(every: Duration, overlap: Duration, span: Duration?, until: Duration)
  /// One request that handed messages over.
  case request(every: Duration, until: Duration)
}

/// One question.
package enum ReportQuestion: Equatable, Sendable {
  case since(Timestamp, until: Timestamp)
  case request(String)
}

/// What came back.
package struct ReportAnswer: Equatable, Sendable {
  /// What it tells of one message.
  package struct Item: Equatable, Sendable {
    /// The provider's id of the message.
    package var providerID: String?
    /// The store that the message is of, where the provider gives that back.
    package var store: String?
    /// The generic event, as the event queue takes it.
    package var document: String

    /// Makes an item.
    package init(providerID: String?, store: String?, document: String) {
      (self.providerID, self.store, self.document) = (providerID, store, document)
    }
  }

  /// What it tells.
  package var items: [Item]
  /// Items that nobody could read.
  package var unread: Int
  /// What the next page is asked for with; `nil` when there is none.
  package var next: String?

  /// Makes an answer.
  package init(items: [Item], unread: Int = 0, next: String? = nil) {
    (self.items, self.unread, self.next) = (items, unread, next)
  }
}

/// Why nothing came back.
package struct ReportFault: Error, Equatable, Sendable {
  /// What is shown.
  package var fault: Fault

  /// Makes a fault.
  package init(_ fault: Fault) { self.fault = fault }
}
