import ArgumentParser
import Model
import EventStore
import Foundation

extension Sendboard {
  /// Runs the command that was asked for, and sees to it that what it printed has arrived: no command can forget.
  static func main() async {
    let arguments = ArgumentOrder(Sendboard.self).behindCommand(Array(CommandLine.arguments.dropFirst()))
    if let words = misspelt(arguments.first) {
      StandardError.print(words)
      leave(ExitCode.validationFailure.rawValue)
    }
    do {
      var command = try await asyncParseAsRoot(arguments)
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      end(with: error)
    }
    end(with: nil)
  }

  /// What to say of a first word that is no command; the parser would take it for the dashboard's argument.
  private static func misspelt(_ word: String?) -> String? {
    let names = configuration.subcommands.compactMap { $0.configuration.commandName }
    guard let word, !word.hasPrefix("-"), word != "help", !names.contains(word) else { return nil }
    return """
      Error: there is no command '\(word)'\(names.nearest(to: word).map { "; did you mean '\($0)'?" } ?? "")
      Usage: sendboard <command>: \(names.joined(separator: ", "))
        See 'sendboard --help' for what they do.
      """
  }

  private static func end(with error: (any Error)?) -> Never {
    var error = error
    // Help and the version are errors to the parser, and go to standard output like any answer.
    if let answer = error, exitCode(for: answer) == .success {
      print(Usage.wrapped(fullMessage(for: answer)))
      error = nil
    }
    do {
      try StandardOutput.finish()
    } catch let failure {
      // One line: what went wrong first.
      error = error ?? failure
    }
    if let failure = error as? StoreError { error = CommandError(failure.advised, underlying: failure) }
    guard let error else { leave(0) }
    // Not the parser's own way, which prints whatever an argument holds.
    let words = Usage.wrapped(fullMessage(for: error))
    if !words.isEmpty { StandardError.print(words) }
    leave(exitCode(for: error).rawValue)
  }

  /// Ends the process at once. `exit` takes down what libraries hold while other threads may still be using it: one dashboard
  /// that had given its screen back and closed its files ended with a segmentation fault, in a whole run of the tests.
  static func leave(_ status: Int32) -> Never {
    OpenFiles.close()
    fflush(nil)
    _exit(status)
  }
}
