import TestSupport

extension TemporaryFolder {
  /// Writes lines for a shell.
  ///
  /// - Returns: the command that runs them. Not a program of its own: while another test starts a process, that one
  ///   holds the file open for writing for a moment, and the kernel refuses to run it.
  func script(_ name: String, _ text: String) throws -> String {
    try write(text, to: name)
    return "/bin/sh \(path)/\(name)"
  }
}
