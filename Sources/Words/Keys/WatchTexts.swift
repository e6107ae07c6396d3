package import Model

/// The single batches of a campaign.
package enum SingleBatchesText: Equatable, Sendable {
  case titleOf, none, noneButFiltered, noSuchState
  case lastError, receivesUnknown
  case columnNumber, columnState, columnRecipients, columnReceives, columnSince, columnAge, columnError
}

/// How rates and queues went.
package enum CourseText: Equatable, Sendable {
  case title(CourseSpan)
  /// What one step of the graph is.
  case step(CourseSpan)
  case series(CourseSeries)
  /// The latest value, `nil` when it is not known; and the greatest.
  case latest(String?, greatest: String)
  /// What a gap means; nothing at all.
  case gap, nothing
}
