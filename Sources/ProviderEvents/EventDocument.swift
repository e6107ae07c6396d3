/// One document cut out of a stream.
package struct EventDocument {
  /// The document's bytes; valid only during the call that hands them over.
  package let bytes: UnsafeRawBufferPointer
  /// The line it starts at, from 1.
  package let line: Int
  /// Where it starts, in bytes from the start of the stream.
  package let offset: Int
  /// Why it cannot even be looked at; `nil` when it is for ``EventParser`` to judge.
  package let problem: String?

  /// False when it is longer than can be kept anywhere: then ``bytes`` is empty.
  package var isWhole = true

  /// The document as text; bytes that are not UTF-8 become U+FFFD.
  package var text: String { String(decoding: bytes, as: UTF8.self) }
}
