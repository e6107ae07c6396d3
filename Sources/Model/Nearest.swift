extension Sequence<String> {
  /// The text that differs least from a misspelt one; `nil` when none resembles it.
  package func nearest(to text: String) -> String? {
    let best = map { (text: $0, distance: $0.distance(to: text)) }.min { $0.distance < $1.distance }
    return best.flatMap { $0.distance <= Swift.max(2, text.count / 2) ? $0.text : nil }
  }
}

extension String {
  /// Letters to add, take away or change, whatever their case (Levenshtein's distance).
  fileprivate func distance(to other: String) -> Int {
    let other = Array(other.lowercased())
    var row = Array(0...other.count)
    for (line, letter) in lowercased().enumerated() {
      var diagonal = row[0]
      row[0] = line + 1
      for (column, theirs) in other.enumerated() {
        let change = diagonal + (letter == theirs ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = Swift.min(change, diagonal + 1, row[column] + 1)
      }
    }
    return row[other.count]
  }
}
