import ArgumentParser

/// `--yes N` of the commands that send or destroy: how many their caller is prepared for.
struct ApprovalOptions: ParsableArguments {
  @Option(
    name: .customLong("yes"),
    help: ArgumentHelp("Do not ask, as long as it is about so many at most.", valueName: "n"))
  var most: Int?

  func validate() throws {
    if let most, most < 1 { throw ValidationError("--yes wants a number from 1 on: how many at most") }
  }

  /// Makes sure that somebody wants this, for exactly so many.
  ///
  /// One needs no word from a script. On a terminal one is asked for with `y`, more with their typed number, so that no
  /// key held down, and no habit, does it.
  ///
  /// - Parameters:
  ///   - what: what would be done, beginning with the count: `3 messages would be sent again`.
  ///   - detail: lines to read before the answer.
  /// - Throws: ``CommandError`` when nobody is there to ask, or the answer is another.
  func require(_ count: Int, _ what: String, detail: [String] = []) throws {
    guard count > 0 else { return }
    if let most {
      guard count <= most else {
        throw CommandError("\(what), more than --yes \(most) allows: nothing was done; --yes \(count) would allow it")
      }
      return
    }
    guard Question.canBeAsked else {
      guard count > 1 else { return }
      throw CommandError("\(what): nothing was done, for nobody is there to ask; give --yes \(count) to do it")
    }
    for line in detail { StandardError.print(line) }
    guard count > 1 else { return try Question.ask(what) }
    StandardError.print("\(what); type \(count) to do it")
    let answer = (readLine() ?? "").filter { $0 != "," && $0 != " " }
    guard answer == String(count) else { throw CommandError("nothing was changed") }
  }
}
