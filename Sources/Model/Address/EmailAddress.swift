/// A valid email address.
///
/// Letters' case does not make another mailbox: two addresses that differ in it alone are equal, here and wherever
/// addresses are compared (see ``Swift/String/isSameAddress(as:)``). The local part is sent to as it was written, for its
/// server alone knows what it means; the domain is lower-cased. Stricter than RFC 5321 where nobody's address is lost: no quoted local parts, no address literals,
/// no domain without a dot. Domains with letters outside ASCII are accepted as UTF-8.
package struct EmailAddress: Hashable, Sendable, CustomStringConvertible {
  /// The address, such as `Some.One+list@example.com`.
  package let description: String

  /// Checks and normalises an address; white space around it is dropped.
  ///
  /// - Throws: ``AddressProblem``.
  package init(_ text: some StringProtocol) throws(AddressProblem) {
    var copy = String(text)
    let checked: Result<String, AddressProblem> = copy.withUTF8 { bytes in
      let trimmed = bytes.trimmingBlanks()
      let at: Int
      switch Self.check(trimmed) {
      case .failure(let problem): return .failure(problem)
      case .success(let index): at = index
      }
      let canonical = String(unsafeUninitializedCapacity: trimmed.count) { output in
        for index in trimmed.indices {
          let byte = trimmed[index]
          let isUpper = index > at && byte &- 0x41 < 26
          output[index - trimmed.startIndex] = isUpper ? byte | 0x20 : byte
        }
        return trimmed.count
      }
      return .success(canonical)
    }
    let address = try checked.get()
    description = address.utf8.allSatisfy { $0 < 0x80 } ? address : address.withLowercasedDomain
  }

  /// Compares mailboxes.
  package static func == (left: Self, right: Self) -> Bool { left.description.isSameAddress(as: right.description) }

  /// Hashes the mailbox.
  package func hash(into hasher: inout Hasher) { hasher.combine(description.mailboxKey) }

  /// The place of the `@` in a valid address, or what is wrong with it.
  private static func check(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Result<Int, AddressProblem> {
    func fail(_ code: AddressProblem.Code) -> Result<Int, AddressProblem> { .failure(AddressProblem(code)) }
    guard let first = bytes.first else { return fail(.empty) }
    var at: Int?
    var ats = 0
    var hasSpace = false
    var hasSeparator = false
    for index in bytes.indices {
      let byte = bytes[index]
      if byte == 0x40 { (at, ats) = (index, ats + 1) }
      if byte < 0x20 || byte == 0x7F { return fail(.controlCharacter) }
      if byte == 0x20 { hasSpace = true }
      if byte == 0x2C || byte == 0x3B { hasSeparator = true }
    }
    if bytes.last == UInt8(ascii: ">") { return fail(.displayName) }
    guard let at else { return fail(.noAt) }
    if ats > 1 { return fail(hasSeparator || hasSpace ? .severalAddresses : .severalAts) }
    if first == UInt8(ascii: "\"") { return fail(.quoted) }
    if hasSpace { return fail(.space) }
    if let code = localProblem(bytes[..<at]) ?? domainProblem(bytes[(at + 1)...]) { return fail(code) }
    return bytes.count > 254 ? fail(.addressTooLong) : .success(at)
  }

  private static func localProblem(_ part: Slice<UnsafeBufferPointer<UInt8>>) -> AddressProblem.Code? {
    guard !part.isEmpty else { return .emptyLocalPart }
    guard part.count <= 64 else { return .localPartTooLong }
    var last = UInt8(ascii: ".")
    for byte in part {
      if byte >= 0x80 { return .nonASCIILocalPart }
      if byte == UInt8(ascii: ".") {
        if last == byte { return .badLocalPart }
      } else if !isAtom(byte) {
        return .badLocalPart
      }
      last = byte
    }
    return last == UInt8(ascii: ".") ? .badLocalPart : nil
  }

  /// Checks the labels of a domain; letters outside ASCII are left to the DNS, invisible ones are not.
  private static func domainProblem(_ part: Slice<UnsafeBufferPointer<UInt8>>) -> AddressProblem.Code? {
    guard part.count <= 253 else { return .domainTooLong }
    var label = 0
    var dots = 0
    var last: UInt8 = 0
    var isNumber = true
    for index in part.indices {
      let byte = part[index]
      if byte == UInt8(ascii: ".") {
        guard label > 0, label <= 63, last != UInt8(ascii: "-") else { return .badDomain }
        dots += 1
        label = 0
        isNumber = true
      } else {
        let isLetterOrDigit = (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte >= 0x80
        guard isLetterOrDigit || (byte == UInt8(ascii: "-") && label > 0) else { return .badDomain }
        if byte >= 0x80, isInvisible(part[index...]) { return .controlCharacter }
        if byte &- 0x30 >= 10 { isNumber = false }
        label += 1
      }
      last = byte
    }
    guard label > 0, label <= 63, last != UInt8(ascii: "-") else { return .badDomain }
    guard dots > 0 else { return .noDot }
    return isNumber ? .badDomain : nil
  }

  /// True at a C1 control, a no-break space, a soft hyphen, U+2000 to U+206F, U+3000 or U+FEFF.
  private static func isInvisible(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let bytes = rest.prefix(3)
    let first = bytes[bytes.startIndex]
    guard bytes.count >= 2 else { return false }
    let second = bytes[bytes.startIndex + 1]
    if first == 0xC2 { return second <= 0xA0 || second == 0xAD }
    guard bytes.count == 3 else { return false }
    let third = bytes[bytes.startIndex + 2]
    return switch (first, second, third) {
    case (0xE2, 0x80, _), (0xE2, 0x81, 0x80...0xAF), (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF): true
    default: false
    }
  }

  private static func isAtom(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x21, 0x23...0x27, 0x2A, 0x2B, 0x2D, 0x2F, 0x3D, 0x3F, 0x5E...0x60,
      0x7B...0x7E:
      true
    default: false
    }
  }
}

extension String {
  /// Tells whether two addresses are one mailbox: the one rule of identity, for audiences, searches and events alike.
  package func isSameAddress(as other: String) -> Bool {
    if self == other { return true }
    // Of a domain in other letters there are two spellings.
    guard utf8.allSatisfy({ $0 < 0x80 }), other.utf8.allSatisfy({ $0 < 0x80 }) else {
      return mailboxKey == other.mailboxKey
    }
    return utf8.count == other.utf8.count
      && zip(utf8, other.utf8).allSatisfy { left, right in
        left == right || (left | 0x20 == right | 0x20 && (left | 0x20) &- 0x61 < 26)
      }
  }

  /// The address with its domain in lower case, also outside ASCII: SQLite compares only ASCII letters without case.
  package var withLowercasedDomain: String {
    guard let at = lastIndex(of: "@") else { return self }
    return self[...at] + self[index(after: at)...].lowercased()
  }
}
