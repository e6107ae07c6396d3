extension JSONWriter {
  /// Appends an object, its members written by `body`.
  @inlinable
  public mutating func object<Failure: Error>(
    _ body: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    separate()
    bytes.append(UInt8(ascii: "{"))
    try body(&self)
    bytes.append(UInt8(ascii: "}"))
  }

  /// Appends an array with one element for each value, written by `body`.
  @inlinable
  public mutating func array<Value>(
    _ values: some Sequence<Value>, _ body: (inout JSONWriter, Value) -> Void
  ) {
    separate()
    bytes.append(UInt8(ascii: "["))
    for value in values { body(&self, value) }
    bytes.append(UInt8(ascii: "]"))
  }

  /// Appends a member's name; its value comes next.
  @inlinable
  public mutating func key(_ name: String) {
    separate()
    string(name)
    bytes.append(UInt8(ascii: ":"))
  }

  /// Appends a string as a value of its own: an element, or what follows a ``key(_:)``.
  @inlinable
  public mutating func value(_ text: String) {
    separate()
    string(text)
  }

  /// Appends JSON as a value of its own, such as a number.
  public mutating func value(json: String) {
    separate()
    raw(json)
  }

  /// Appends a member that is a string; nothing for `nil`.
  @inlinable
  public mutating func member(_ name: String, _ text: String?) {
    guard let text else { return }
    key(name)
    string(text)
  }

  /// Appends a member that is a whole number; nothing for `nil`.
  @inlinable
  public mutating func member(_ name: String, _ number: Int?) {
    guard let number else { return }
    key(name)
    raw(String(number))
  }

  /// Appends a member that is a number; nothing for `nil`, nor for what JSON has no number for.
  @inlinable
  public mutating func member(_ name: String, _ number: Double?) {
    guard let number, number.isFinite else { return }
    key(name)
    raw(String(number))
  }

  /// Appends a member that is true or false; nothing for `nil`.
  @inlinable
  public mutating func member(_ name: String, _ flag: Bool?) {
    guard let flag else { return }
    key(name)
    raw(flag ? "true" : "false")
  }

  /// Appends a member that lists strings; nothing for `nil`.
  @inlinable
  public mutating func member(_ name: String, _ texts: [String]?) {
    guard let texts else { return }
    key(name)
    array(texts) { $0.value($1) }
  }

  /// Appends a comma where one belongs: after a value, told by the last byte that was written.
  @usableFromInline
  mutating func separate() {
    switch bytes.last {
    case nil, UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ":"), UInt8(ascii: ","): break
    default: bytes.append(UInt8(ascii: ","))
    }
  }
}
