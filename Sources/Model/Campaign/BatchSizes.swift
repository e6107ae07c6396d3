/// How many recipients one queue message may stand for: no more than the provider takes in one call.
package struct BatchSizes: Equatable, Sendable {
  /// How many unless the operator says otherwise.
  package var standard: Int
  /// How many at most.
  package var most: Int

  /// More are not put into a batch unasked: when a worker dies, as many become uncertain.
  package static let largestStandard = 1000

  /// Makes sizes.
  package init(standard: Int, most: Int) { (self.standard, self.most) = (standard, most) }

  /// Those of a channel whose provider has no others.
  package init(usual channel: Channel) { self.init(standard: channel.defaultBatchSize, most: 50) }

  /// Whether a batch may have so many.
  package func allows(_ size: Int) -> Bool { (1...most).contains(size) }
}
