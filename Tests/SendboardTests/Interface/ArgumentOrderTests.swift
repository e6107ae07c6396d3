import Testing

@testable import sendboard

/// What every command takes may stand before it.
@Suite struct ArgumentOrderTests {
  @Test(arguments: [
    ("--store x campaigns", "campaigns --store x"), ("--store=x --json campaigns", "campaigns --store=x --json"),
    ("--store x quarantine retry 3", "quarantine retry --store x 3"),
    ("quarantine --store x retry 3", "quarantine retry --store x 3"),
    ("--store x quarantine --json", "quarantine --store x --json"),
    ("--read-only --config c deadletters list", "deadletters list --read-only --config c"),
    ("--store x", "--store x"), ("", ""), ("campaigns --store x", "campaigns --store x"),
    ("--store", "--store"), ("--version", "--version"),
    ("--simulator-seed 3 campaigns", "--simulator-seed 3 campaigns"),
    ("--store campaigns", "--store campaigns"), ("--store x campains", "campains --store x"),
    ("--store x --simulator-seed 3", "--store x --simulator-seed 3"), ("--store x help send", "help send --store x"),
    ("settle --json 12 --undo", "settle --json 12 --undo"),
  ]) func theyAreMovedBehindTheCommand(given: String, wanted: String) {
    let words = given.split(separator: " ").map(String.init)
    #expect(ArgumentOrder(Sendboard.self).behindCommand(words).joined(separator: " ") == wanted)
  }
}
