import JSON

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Cuts a stream of bytes into documents, with memory for one of them: one JSON a line, JSON documents one after the other
/// (also pretty-printed), JSON arrays of documents, Lambda's `Records`, or any mixture.
///
/// What is no JSON is handed over as a document too, for quarantine, up to the next line that can start one. A document
/// that breaks off does not take those after it along: a line break within a string, or a `{` at the start of a line
/// where JSON allows none, ends it.
package struct EventDocumentStream {
  enum Mode { case between, document, garbage }

  /// The longest document in bytes that is for ``EventParser`` to judge; a longer one is handed over whole, as a
  /// problem.
  package let documentLimit: Int
  /// The longest document in bytes that is handed over at all.
  package let storableLimit: Int

  private var mode = Mode.between
  private var isInArray = false
  private var isInString = false
  private var isEscaped = false
  /// True when only blanks stand on the line so far.
  private var isLineStart = true
  /// The closing brackets that are still to come.
  private var closers: [UInt8] = []
  /// The last byte of the document that was neither blank nor in a string.
  private var lastToken: UInt8 = 0
  /// What earlier pieces had of the document.
  private var pending: [UInt8] = []
  private var isWhole = true
  private var line = 1
  private var offset = 0
  private var startLine = 1
  private var startOffset = 0
  private var records = JSONTape()

  /// Makes a stream.
  ///
  /// - Parameter storableLimit: how much of the memory one document may take.
  package init(documentLimit: Int = 16 * 1024 * 1024, storableLimit: Int = 64 * 1024 * 1024) {
    self.documentLimit = documentLimit
    self.storableLimit = storableLimit
  }

  /// Takes the next piece of the stream, of any size, and hands over the documents that end in it.
  package mutating func feed(
    _ piece: UnsafeRawBufferPointer, _ body: (EventDocument) throws -> Void
  ) rethrows {
    try piece.withMemoryRebound(to: UInt8.self) { try scan($0, body) }
  }

  /// Ends the stream and hands over what is left: a document that breaks off, whole.
  package mutating func finish(_ body: (EventDocument) throws -> Void) rethrows {
    guard mode != .between else { return }
    mode = .between
    try emit(UnsafeBufferPointer(start: nil, count: 0), 0..<0, body)
  }

  private mutating func scan(
    _ piece: UnsafeBufferPointer<UInt8>, _ body: (EventDocument) throws -> Void
  ) rethrows {
    var index = 0
    var start = 0
    while index < piece.count {
      switch mode {
      case .between:
        if startsDocument(piece[index], at: offset + index) {
          start = index
          (startLine, startOffset) = (line, offset + index)
        } else {
          index += 1
        }
      case .document, .garbage:
        let end = mode == .document ? findEnd(piece, &index) : findGarbageEnd(piece, &index)
        guard let end else { break }
        mode = .between
        try emit(piece, start..<end, body)
        index = end
      }
    }
    offset += piece.count
    if mode != .between { stash(piece, start..<piece.count) }
  }

  /// Looks at a byte between documents; true when a document or garbage starts with it.
  private mutating func startsDocument(_ byte: UInt8, at place: Int) -> Bool {
    if place < 3, byte == ([0xEF, 0xBB, 0xBF] as [UInt8])[place] { return false }
    switch byte {
    case 0x0A:
      line += 1
      return false
    case 0x20, 0x09, 0x0D, UInt8(ascii: ","): return false
    case UInt8(ascii: "[") where !isInArray:
      isInArray = true
      return false
    case UInt8(ascii: "]") where isInArray:
      isInArray = false
      return false
    case UInt8(ascii: "{"), UInt8(ascii: "["): mode = .document
    default: mode = .garbage
    }
    closers.removeAll(keepingCapacity: true)
    (isInString, isEscaped, isLineStart, lastToken) = (false, false, false, 0)
    return true
  }

  /// Goes through a document; the index after its end, or `nil` at the end of the piece or when it turns into garbage.
  private mutating func findEnd(_ piece: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Int? {
    while index < piece.count {
      if isInString {
        if isEscaped {
          isEscaped = false
          index += 1
          continue
        }
        index = JSONScan.skipPlain(piece, index)
        guard index < piece.count else { return nil }
        switch piece[index] {
        case UInt8(ascii: "\""): (isInString, lastToken) = (false, UInt8(ascii: "\""))
        case UInt8(ascii: "\\"): isEscaped = true
        case 0x0A: return index
        default: break
        }
        index += 1
        continue
      }
      let byte = piece[index]
      switch byte {
      case 0x20, 0x09, 0x0D: break
      case 0x0A: (line, isLineStart) = (line + 1, true)
      case UInt8(ascii: "\""): (isInString, isLineStart) = (true, false)
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        if byte == UInt8(ascii: "{"), isLineStart, !mayOpenObject { return index }
        closers.append(byte + 2)
        (lastToken, isLineStart) = (byte, false)
        if closers.count > 1 << 20 { return turnToGarbage() }
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        guard closers.popLast() == byte else { return turnToGarbage() }
        (lastToken, isLineStart) = (byte, false)
        if closers.isEmpty { return index + 1 }
      default: (lastToken, isLineStart) = (byte, false)
      }
      index += 1
    }
    return nil
  }

  /// True where a value may stand, so that a `{` belongs to the document at hand.
  private var mayOpenObject: Bool {
    switch lastToken {
    case UInt8(ascii: ":"), UInt8(ascii: "["): true
    case UInt8(ascii: ","): closers.last == UInt8(ascii: "]")
    default: false
    }
  }

  private mutating func turnToGarbage() -> Int? {
    (mode, isLineStart) = (.garbage, false)
    return nil
  }

  /// Goes through garbage up to a line that can start a document, or to the end of an array's element.
  private mutating func findGarbageEnd(_ piece: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Int? {
    while index < piece.count {
      switch piece[index] {
      case 0x0A: (line, isLineStart) = (line + 1, true)
      case 0x20, 0x09, 0x0D: break
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        if isLineStart { return index }
      case UInt8(ascii: ","), UInt8(ascii: "]"):
        if isInArray { return index }
        isLineStart = false
      default: isLineStart = false
      }
      index += 1
    }
    return nil
  }

  /// Keeps a piece of a document that goes on in the next one.
  private mutating func stash(_ piece: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    guard isWhole else { return }
    if pending.count + range.count > storableLimit {
      (isWhole, pending) = (false, [])
    } else {
      pending.append(contentsOf: piece[range])
    }
  }

  private mutating func emit(
    _ piece: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ body: (EventDocument) throws -> Void
  ) rethrows {
    if pending.isEmpty, isWhole, range.count <= documentLimit {
      return try hand(UnsafeBufferPointer(rebasing: piece[range]), nil, body)
    }
    stash(piece, range)
    let whole = pending
    pending.removeAll(keepingCapacity: pending.capacity <= 1 << 20)
    guard isWhole else {
      isWhole = true
      return try body(
        EventDocument(
          bytes: UnsafeRawBufferPointer(start: nil, count: 0), line: startLine, offset: startOffset,
          problem: "the document is longer than \(storableLimit) bytes", isWhole: false))
    }
    let problem = whole.count > documentLimit ? "the document is longer than \(documentLimit) bytes" : nil
    try whole.withUnsafeBufferPointer { try hand($0, problem, body) }
  }

  /// Hands over a document, or each record of one that holds several.
  private mutating func hand(
    _ whole: UnsafeBufferPointer<UInt8>, _ problem: String?, _ body: (EventDocument) throws -> Void
  ) rethrows {
    var end = whole.count
    // The blanks of JSON alone: whatever else stands at the end is part of what nobody understood.
    while end > 0, " \t\r\n".utf8.contains(whole[end - 1]) { end -= 1 }
    let bytes = UnsafeBufferPointer(rebasing: whole[..<end])
    if problem == nil, let elements = recordElements(bytes) {
      var (line, counted) = (startLine, 0)
      for element in elements {
        line += bytes[counted..<element.lowerBound].count { $0 == 0x0A }
        counted = element.lowerBound
        try body(
          EventDocument(
            bytes: UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[element])), line: line,
            offset: startOffset + element.lowerBound, problem: nil))
      }
      return
    }
    try body(
      EventDocument(
        bytes: UnsafeRawBufferPointer(bytes), line: startLine, offset: startOffset, problem: problem))
  }

  /// Where the records lie in a document of Lambda's kind (`{"Records": […]}`) or of `aws sqs receive-message`
  /// (`{"Messages": […]}`), wherever in it they stand; `nil` for any other document.
  private mutating func recordElements(_ bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>]? {
    let head = bytes.prefix(32).filter { $0 > 0x20 }
    guard !Self.eventHeads.contains(where: { head.starts(with: $0) }) else { return nil }
    guard Self.listNames.contains(where: { Self.has(bytes, $0) }) else { return nil }
    do throws(JSONProblem) {
      try records.parse(bytes)
    } catch {
      // The parser says what is wrong with it.
      return nil
    }
    return records.nodes.withUnsafeBufferPointer { nodes in
      let view = JSONView(bytes: bytes, nodes: nodes)
      guard view.kind(0) == .object, Self.isList(view) else { return nil }
      for list in [view.value(0, "Records"), view.value(0, "Messages")] {
        let elements = view.elements(of: list)
        guard !elements.isEmpty, elements.allSatisfy({ view.kind($0) == .object }) else { continue }
        return elements.map { Int(nodes[$0].start)..<Int(nodes[$0].end) }
      }
      return nil
    }
  }

  /// How most documents begin, which are events and need no second look.
  private static let eventHeads = ["{\"eventType\"", "{\"notificationType\""].map { Array($0.utf8) }
  private static let listNames = ["Records\"", "Messages\""].map { Array($0.utf8) }

  private static func has(_ bytes: UnsafeBufferPointer<UInt8>, _ name: [UInt8]) -> Bool {
    guard let start = bytes.baseAddress else { return false }
    var index = 1
    // By its capital, since those are few.
    while index + name.count <= bytes.count,
      let found = memchr(start + index, Int32(name[0]), bytes.count - index)
    {
      index = UnsafeRawPointer(found) - UnsafeRawPointer(start)
      if bytes[index - 1] == UInt8(ascii: "\""), bytes[index...].starts(with: name) { return true }
      index += 1
    }
    return false
  }

  /// False for what is an event, or an envelope of one, and has members of other names besides.
  private static func isList(_ view: JSONView) -> Bool {
    view.value(0, "eventType") == nil && view.value(0, "notificationType") == nil && view.value(0, "Message") == nil
      && view.value(0, "detail") == nil
  }
}
