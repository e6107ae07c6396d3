import Model

/// Message ids in the shape of SES's: `0100019aa0d1c2b3-<uuid>-000000`.
enum ProviderID {
  /// Makes an id that no other process makes: 122 of its bits are random.
  static func make(at time: Timestamp) -> String {
    var random = SystemRandomNumberGenerator()
    let high = random.next()
    let low = random.next()
    var text: [UInt8] = []
    text.reserveCapacity(60)
    append(0x0100 << 48 | UInt64(truncatingIfNeeded: time.milliseconds) & 0xFFFF_FFFF_FFFF, digits: 16, to: &text)
    text.append(UInt8(ascii: "-"))
    append(high >> 32, digits: 8, to: &text)
    text.append(UInt8(ascii: "-"))
    append(high >> 16 & 0xFFFF, digits: 4, to: &text)
    text.append(UInt8(ascii: "-"))
    append(high & 0x0FFF | 0x4000, digits: 4, to: &text)
    text.append(UInt8(ascii: "-"))
    append(low >> 48 & 0x3FFF | 0x8000, digits: 4, to: &text)
    text.append(UInt8(ascii: "-"))
    append(low & 0xFFFF_FFFF_FFFF, digits: 12, to: &text)
    text.append(contentsOf: "-000000".utf8)
    return String(decoding: text, as: UTF8.self)
  }

  private static func append(_ value: UInt64, digits: Int, to text: inout [UInt8]) {
    for place in stride(from: (digits - 1) * 4, through: 0, by: -4) {
      let digit = UInt8(value >> UInt64(place) & 0xF)
      text.append(digit < 10 ? 48 + digit : 87 + digit)
    }
  }
}
