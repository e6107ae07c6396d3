extension JSONView {
  /// Returns a whole number; `nil` for any other value, for fractions and for what does not fit.
  public func integer(_ node: Int?) -> Int64? {
    guard let node, nodes[node].kind == .number else { return nil }
    let text = String(decoding: raw(node), as: UTF8.self)
    return Int64(text) ?? Double(text).flatMap { Int64(exactly: $0) }
  }

  /// Returns a number; `nil` for any other value.
  public func double(_ node: Int?) -> Double? {
    guard let node, nodes[node].kind == .number else { return nil }
    return Double(String(decoding: raw(node), as: UTF8.self))
  }

  /// Returns true or false; `nil` for any other value.
  public func bool(_ node: Int?) -> Bool? {
    guard let node, nodes[node].kind == .bool else { return nil }
    return raw(node).first == UInt8(ascii: "t")
  }
}
