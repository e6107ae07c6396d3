/// Tells what was written whole from what was not; no defence against who means to deceive.
enum Checksum {
  /// Sums words up, in their order.
  ///
  /// - Parameter seed: what is summed up under another is not taken for this.
  static func of(_ words: some Sequence<Int64>, _ seed: Int64) -> Int64 {
    var sum = UInt64(bitPattern: seed) ^ 0x9e37_79b9_7f4a_7c15
    for word in words {
      sum = (sum ^ UInt64(bitPattern: word)) &* 0xff51_afd7_ed55_8ccd
      sum ^= sum >> 32
    }
    return Int64(bitPattern: sum)
  }
}
