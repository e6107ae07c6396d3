import JSON

extension JSONView {
  /// The members of an object but some, as a compact JSON object; `nil` when there are none.
  func rest(of object: Int, without told: [StaticString]) -> String? {
    var output: [UInt8] = [UInt8(ascii: "{")]
    forEachMember(of: object) { key, value in
      guard !told.contains(where: { isString(key, $0) }) else { return }
      if output.count > 1 { output.append(UInt8(ascii: ",")) }
      appendMember(key, value, to: &output)
    }
    guard output.count > 1 else { return nil }
    output.append(UInt8(ascii: "}"))
    return String(decoding: output, as: UTF8.self)
  }
}
