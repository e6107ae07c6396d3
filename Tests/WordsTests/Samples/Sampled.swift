/// A key of which there is a sample of every case: the switch over the cases does not compile when one is missing, and each
/// leads to the next.
protocol Sampled {
  /// The samples of the case that comes after that of a key; those of the first case for `nil`, none after the last.
  static func samples(after key: Self?) -> [Self]
}

extension Sampled {
  /// Samples of every case.
  static var all: [Self] {
    var all: [Self] = []
    var last: Self?
    while true {
      let samples = samples(after: last)
      guard let first = samples.first else { return all }
      all += samples
      last = first
    }
  }
}
