package import Model

/// Why a whole CSV file cannot be used.
package struct CSVError: Error, Equatable {
  /// What is the matter.
  package var problem: FileProblem
  /// The line it concerns, from 1; `nil` when it concerns the file.
  package var line: Int?

  /// Makes an error.
  package init(_ problem: FileProblem, line: Int? = nil) {
    self.problem = problem
    self.line = line
  }
}
