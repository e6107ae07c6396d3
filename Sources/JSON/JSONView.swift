#if canImport(Glibc)
  public import Glibc
#elseif canImport(Musl)
  public import Musl
#else
  public import Darwin
#endif

/// A document that was read, with the bytes it was read from. Valid only as long as both stay where they are.
///
/// A node is named by its index; the document itself is 0.
@frozen
public struct JSONView {
  /// The document.
  public let bytes: UnsafeBufferPointer<UInt8>
  /// What ``JSONTape`` found in it.
  public let nodes: UnsafeBufferPointer<JSONNode>

  /// Makes a view of a document and the nodes a tape found in these very bytes.
  @inlinable
  public init(bytes: UnsafeBufferPointer<UInt8>, nodes: UnsafeBufferPointer<JSONNode>) {
    self.bytes = bytes
    self.nodes = nodes
  }

  /// Goes over the indexes of an object's keys; each value's index is one more.
  @inlinable
  @inline(__always)
  public func forEachMember(of object: Int, _ body: (_ key: Int, _ value: Int) -> Void) {
    guard nodes[object].kind == .object else { return }
    let end = Int(nodes[object].next)
    var index = object + 1
    while index < end {
      body(index, index + 1)
      index = Int(nodes[index + 1].next)
    }
  }

  /// Lists the elements of an array; nothing for any other value.
  @inlinable
  public func elements(of array: Int?) -> [Int] {
    guard let array, nodes[array].kind == .array else { return [] }
    var result: [Int] = []
    let end = Int(nodes[array].next)
    var index = array + 1
    while index < end {
      result.append(index)
      index = Int(nodes[index].next)
    }
    return result
  }

  /// Finds the value of a key in an object; the first when there are several.
  @inlinable
  public func value(_ object: Int?, _ key: StaticString) -> Int? {
    guard let object, nodes[object].kind == .object else { return nil }
    let end = Int(nodes[object].next)
    var index = object + 1
    while index < end {
      if isString(index, key) { return index + 1 }
      index = Int(nodes[index + 1].next)
    }
    return nil
  }

  /// Tells what a node is.
  @inlinable
  public func kind(_ node: Int?) -> JSONNode.Kind? { node.map { nodes[$0].kind } }

  /// Tells whether a string is this one. Keys with needless escapes are compared decoded.
  @inlinable
  @inline(__always)
  public func isString(_ node: Int, _ text: StaticString) -> Bool {
    let entry = nodes[node]
    guard entry.kind == .string else { return false }
    let count = text.utf8CodeUnitCount
    if entry.hasEscapes { return self.text(node) == text.description }
    guard Int(entry.end - entry.start) == count, count > 0, let base = bytes.baseAddress else {
      return count == 0 && entry.end == entry.start
    }
    return memcmp(base + Int(entry.start), text.utf8Start, count) == 0
  }

  /// Returns the bytes of a node as they stand in the document.
  @inlinable
  public func raw(_ node: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[Int(nodes[node].start)..<Int(nodes[node].end)])
  }

  /// Returns the text of a string; `nil` for any other value.
  @inlinable
  public func text(_ node: Int?) -> String? {
    guard let node, nodes[node].kind == .string else { return nil }
    guard nodes[node].hasEscapes else { return String(decoding: raw(node), as: UTF8.self) }
    return unescapedText(node)
  }

  /// Returns the text of a string in UTF-8. Half a surrogate pair becomes U+FFFD.
  public func unescaped(_ node: Int) -> [UInt8] {
    let source = raw(node)
    // No escape is shorter than what it stands for.
    return [UInt8](unsafeUninitializedCapacity: source.count) { output, count in
      count = Self.unescape(source, into: output)
    }
  }

  @usableFromInline
  func unescapedText(_ node: Int) -> String {
    let source = raw(node)
    return String(unsafeUninitializedCapacity: source.count) { Self.unescape(source, into: $0) }
  }

  /// Writes what a string stands for, and returns how many bytes that are.
  private static func unescape(
    _ source: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    var count = 0
    var index = 0
    while index < source.count {
      let run = JSONScan.skipPlain(source, index)
      if run > index, let from = source.baseAddress, let to = output.baseAddress {
        memcpy(to + count, from + index, run - index)
        count += run - index
      }
      guard run + 1 < source.count else { break }
      index = run + 2
      if source[run + 1] == UInt8(ascii: "u") {
        for byte in scalar(source, &index).utf8 {
          output[count] = byte
          count += 1
        }
        continue
      }
      output[count] =
        switch source[run + 1] {
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case let other: other
        }
      count += 1
    }
    return count
  }

  /// Reads four hexadecimal digits, or two times four of a surrogate pair with `\u` between them.
  private static func scalar(_ source: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Unicode.Scalar {
    let first = unit(source, index)
    index += 4
    guard UTF16.isLeadSurrogate(first), index + 5 < source.count, source[index] == UInt8(ascii: "\\"),
      source[index + 1] == UInt8(ascii: "u"), UTF16.isTrailSurrogate(unit(source, index + 2))
    else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
    defer { index += 6 }
    return Unicode.Scalar(0x1_0000 + ((UInt32(first) & 0x3FF) << 10 | UInt32(unit(source, index + 2)) & 0x3FF))
      ?? "\u{FFFD}"
  }

  /// A UTF-16 code unit written in four hexadecimal digits, which the tape has checked.
  private static func unit(_ source: UnsafeBufferPointer<UInt8>, _ start: Int) -> UInt16 {
    (0..<4).reduce(0) { $0 << 4 | (source[start + $1].hexValue ?? 0) }
  }

  /// Appends a value without the white space between its tokens.
  public func appendCompact(_ node: Int, to output: inout [UInt8]) {
    switch nodes[node].kind {
    case .object:
      output.append(UInt8(ascii: "{"))
      var isFirst = true
      forEachMember(of: node) { key, value in
        if !isFirst { output.append(UInt8(ascii: ",")) }
        isFirst = false
        appendMember(key, value, to: &output)
      }
      output.append(UInt8(ascii: "}"))
    case .array:
      output.append(UInt8(ascii: "["))
      for (place, element) in elements(of: node).enumerated() {
        if place > 0 { output.append(UInt8(ascii: ",")) }
        appendCompact(element, to: &output)
      }
      output.append(UInt8(ascii: "]"))
    case .string:
      output.append(UInt8(ascii: "\""))
      output.append(contentsOf: raw(node))
      output.append(UInt8(ascii: "\""))
    case .number, .bool, .null:
      output.append(contentsOf: raw(node))
    }
  }

  /// Appends `"key":value`.
  public func appendMember(_ key: Int, _ value: Int, to output: inout [UInt8]) {
    appendCompact(key, to: &output)
    output.append(UInt8(ascii: ":"))
    appendCompact(value, to: &output)
  }
}
