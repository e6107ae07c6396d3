import JSON

/// What must be so in an item.
package struct Condition: Equatable, Sendable {
  /// What a text has to be.
  enum Test: Equatable, Sendable {
    case oneOf([String])
    case negativeOrZero
  }

  var tests: [(pointer: Pointer, test: Test)] = []

  package static func == (left: Self, right: Self) -> Bool {
    left.tests.count == right.tests.count
      && zip(left.tests, right.tests).allSatisfy { $0.pointer == $1.pointer && $0.test == $1.test }
  }

  /// Whether all of it is so. What is not there is nothing.
  func holds(in view: JSONView, from item: Int) -> Bool {
    tests.allSatisfy { pointer, test in
      guard let text = view.scalarText(pointer.node(in: view, from: item)) else { return false }
      return switch test {
      case .oneOf(let texts): texts.contains(text)
      case .negativeOrZero: Double(text).map { $0 <= 0 } ?? false
      }
    }
  }
}

/// Statuses of answers: `401`, or `4xx`.
package struct StatusPattern: Equatable, Sendable {
  var ranges: [ClosedRange<Int>]

  func holds(_ status: Int) -> Bool { ranges.contains { $0.contains(status) } }
}
