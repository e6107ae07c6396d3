/// A part of what failed: to one domain, or within a span of time.
package struct FailureSlice: Hashable, Sendable {
  /// Keeps only failures to addresses of this domain; empty for those that have none, as phone numbers.
  package var domain: String?
  /// Keeps only what was told from this time on, and before that one.
  package var span: Range<Timestamp>?

  /// Makes a slice.
  package init(domain: String? = nil, span: Range<Timestamp>? = nil) { (self.domain, self.span) = (domain, span) }

  /// Which part it is, for the record of who did what.
  package var line: String {
    [domain.map { $0.isEmpty ? "without a domain" : "@\($0)" }, span.map { "\($0.lowerBound)…\($0.upperBound)" }]
      .compactMap(\.self).joined(separator: ", ")
  }
}

/// How failures are put together to be counted.
package enum FailureGrouping: Hashable, Sendable {
  case domain
  /// By hours and by days of a clock that is so far ahead of UTC.
  case hour(offset: Duration)
  case day(offset: Duration)
}

/// How many failed in one part.
package struct FailureGroup: Equatable, Sendable {
  /// Which part.
  package var slice: FailureSlice
  /// All that failed.
  package var count: Int
  /// The same by kind; a kind without failures is absent.
  package var kinds: [FailureKind: Int]

  /// Makes a value.
  package init(slice: FailureSlice, count: Int, kinds: [FailureKind: Int]) {
    (self.slice, self.count, self.kinds) = (slice, count, kinds)
  }
}
