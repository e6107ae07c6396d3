import Model
import Words

extension SingleBatchesText: Sampled {
  static func samples(after key: Self?) -> [Self] {
    switch key {
    case nil: [.titleOf]
    case .titleOf: [.none]
    case .some(.none): [.noneButFiltered]
    case .noneButFiltered: [.noSuchState]
    case .noSuchState: [.lastError]
    case .lastError: [.receivesUnknown]
    case .receivesUnknown: [.columnNumber]
    case .columnNumber: [.columnState]
    case .columnState: [.columnRecipients]
    case .columnRecipients: [.columnReceives]
    case .columnReceives: [.columnSince]
    case .columnSince: [.columnAge]
    case .columnAge: [.columnError]
    case .columnError: []
    }
  }
}

extension CourseText: Sampled {
  static func samples(after key: Self?) -> [Self] {
    switch key {
    case nil: CourseSpan.allCases.map { .title($0) }
    case .title: CourseSpan.allCases.map { .step($0) }
    case .step: CourseSeries.allCases.map { .series($0) }
    case .series: [.latest("2", greatest: "3"), .latest(nil, greatest: "0")]
    case .latest: [.gap]
    case .gap: [.nothing]
    case .nothing: []
    }
  }
}
