import Canvas
import Model
import Words

/// What failures are put together by.
enum FailureView: CaseIterable, Equatable, Sendable {
  case kind, domain, hour, day

  /// The next one, and after the last the first.
  var next: FailureView {
    let all = Self.allCases
    return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
  }

  /// What is asked of the store; `nil` for what the failures' own counters tell.
  func grouping(_ clock: WallTime) -> FailureGrouping? {
    switch self {
    case .kind: nil
    case .domain: .domain
    case .hour: .hour(offset: clock.offset)
    case .day: .day(offset: clock.offset)
    }
  }
}

extension FailureView {
  /// Parts that are held at most: the largest domains, the latest hours.
  static let limit = 500
}

extension Words {
  /// How a screen names a part of the failures.
  func slice(_ slice: FailureSlice, _ clock: WallTime) -> String {
    let domain = slice.domain.map { $0.isEmpty ? failures(.noDomain) : "@\($0)" }
    let span = slice.span.map { span in
      let isDay = span.upperBound - span.lowerBound >= .seconds(86_400)
      return isDay
        ? clock.date(span.lowerBound) : "\(clock.full(span.lowerBound))–\(clock.minute(span.upperBound))"
    }
    return [domain, span].compactMap(\.self).joined(separator: " · ")
  }

  /// How many failed in each way, the most frequent first, each of them one piece: `✗ hard 12`, `✗ soft 3`.
  func kinds(_ kinds: [FailureKind: Int]) -> [String] {
    kinds.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
      .map { "\($0.key.status.glyph) \(kind($0.key)) \(Figures.count($0.value))" }
  }
}
