import Model

/// What single batches and graphs show.
extension Sample {
  /// The forty batches of the summer campaign, as its counters have them: 24 done, 13 on the queue of which two are with a
  /// worker, 3 pending.
  static let batches: [BatchSummary] = (1...40).map { number in
    var batch = BatchSummary(
      id: BatchID(rawValue: Int64(number)), campaign: summer, standing: .done, recipients: 50, receives: 1,
      since: ago(600 - number * 10))
    switch number {
    case 25...26: batch.standing = .sending
    case 27...37: batch.standing = .queued
    case 38...40: batch.standing = .pending
    default: break
    }
    if number > 24 { batch.receives = nil }
    if number > 26 { batch.since = ago(590) }
    if number == 7 || number == 27 {
      batch.receives = 2
      batch.error = OwnReason.batchFailed(.throttled, "Maximum sending rate exceeded (초당 발송 한도 초과)").stored
    }
    return batch
  }

  /// An hour in which sending began twenty minutes ago, after a time in which nobody was there; and a day.
  static func course(_ span: CourseSpan) -> Course {
    let step = Int64(span.stepMinutes * 60_000)
    let points = (0..<span.steps).map { index -> Course.Point? in
      let back = span.steps - 1 - index
      if (25..<35).contains(back) || back > span.steps - 4 { return nil }
      guard back < 20 else { return Course.Point(sent: 0, delivered: 0, failed: 0, sendQueue: 0, eventQueue: 0) }
      return Course.Point(
        sent: Double(40 + (20 - back) * 4), delivered: Double((20 - back) * 5), failed: back % 5 == 0 ? 1.5 : 0.2,
        sendQueue: back * 100 + 13, eventQueue: back == 7 ? nil : back * 40)
    }
    return Course(span: span, last: Timestamp(milliseconds: now.milliseconds / step * step), points: points)
  }
}
