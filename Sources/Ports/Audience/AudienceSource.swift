/// Where an audience comes from: rows, one after the other, so that memory does not depend on how many there are.
package protocol AudienceSource {
  /// The columns that are template data, in the source's order. The address is not one, unless a template asks for it.
  var columns: [String] { get }

  /// Reads the next row; `nil` at the end.
  ///
  /// - Throws: what keeps the rest from being read: nothing of the audience is used then.
  mutating func next() throws -> AudienceEntry?
}
