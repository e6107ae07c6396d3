import Model

/// The names of a table's columns.
enum TableHeader {
  /// The names, cleaned.
  ///
  /// - Throws: ``CSVError`` when one is empty or there twice.
  static func checked(_ names: [String], line: Int? = nil) throws(CSVError) -> [String] {
    let header = names.map { VariableName.cleaned($0) }
    var seen: Set<String> = []
    for (index, name) in header.enumerated() {
      if name.isEmpty { throw CSVError(.unnamedColumn(index + 1), line: line) }
      if !seen.insert(name).inserted { throw CSVError(.repeatedColumn(name), line: line) }
    }
    return header
  }
}
