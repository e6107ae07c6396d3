import Model

extension Breaker {
  /// Reads the limits, in percent: `breaker.bounces: 5`; `off` for none. Where it is told is at the same part of what stops.
  ///
  /// - Throws: ``CommandError`` naming the key.
  init(_ reader: SettingsReader) throws {
    self = .standard
    for measure in BreakerMeasure.allCases {
      let key = "breaker.\(measure.rawValue)"
      guard let text = reader.string(forKey: key), !text.isEmpty else { continue }
      if text.lowercased() == "off" || text.lowercased() == "false" {
        limits[measure] = nil
        continue
      }
      guard let percent = Double(text), percent > 0, percent < 100 else {
        throw CommandError("\(reader.place(key)): '\(text)' is neither a number of percent nor off")
      }
      var limit = BreakerLimit.standard(measure)
      limit.warn = limit.warn.map { $0 * percent / 100 / limit.stop }
      limit.stop = percent / 100
      limits[measure] = limit
    }
  }
}
