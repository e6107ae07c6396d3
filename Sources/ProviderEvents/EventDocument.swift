/// One document cut out of a stream.
public struct EventDocument {
  /// The document's bytes; valid only during the call that hands them over.
  public let bytes: UnsafeRawBufferPointer
  /// The line it starts at, from 1.
  public let line: Int
  /// Where it starts, in bytes from the start of the stream.
  public let offset: Int
  /// Why it cannot even be looked at; `nil` when it is for ``EventParser`` to judge.
  public let problem: String?

  /// False when it is longer than can be kept anywhere: then ``bytes`` is empty.
  public var isWhole = true

  /// The document as text; bytes that are not UTF-8 become U+FFFD.
  public var text: String { String(decoding: bytes, as: UTF8.self) }
}
