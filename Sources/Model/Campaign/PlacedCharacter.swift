/// A character of a text, and where it stands.
package struct PlacedCharacter: Hashable, Sendable {
  /// Its place among the characters, from 1.
  package var place: Int
  /// The character.
  package var character: Character

  /// Makes a value from its parts.
  package init(place: Int, character: Character) { (self.place, self.character) = (place, character) }
}
