import JSON

/// A 64-bit hash that is the same in every process and on every machine, unlike the standard library's `Hasher`.
///
/// Multiplies and folds 128 bits for every eight bytes (as wyhash does), and ends with MurmurHash3's finalizer. What it
/// makes is stored: it must never change.
struct IdentityHash {
  private var state: UInt64

  init(seed: UInt64) { state = seed ^ 0x9E37_79B9_7F4A_7C15 }

  mutating func combine(_ word: UInt64) {
    let product = (state ^ word).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    state = (product.high ^ product.low) &+ 0xE703_7ED1_A0B4_28DB
  }

  mutating func combine(_ bytes: UnsafeBufferPointer<UInt8>) {
    let raw = UnsafeRawBufferPointer(bytes)
    var index = 0
    while index + 8 <= raw.count {
      combine(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
      index += 8
    }
    var rest: UInt64 = 0
    for place in index..<raw.count { rest = rest << 8 | UInt64(raw[place]) }
    combine(rest)
    combine(UInt64(raw.count))
  }

  mutating func combine(_ text: String) {
    var text = text
    text.withUTF8 { combine($0) }
  }

  var value: UInt64 {
    var hash = state
    hash = (hash ^ (hash >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    hash = (hash ^ (hash >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    return hash ^ (hash >> 33)
  }
}

extension JSONView {
  /// Hashes a value by what it means: white space, the order of members and escapes make no difference.
  ///
  /// - Parameter isLeftOut: members of the outermost object that do not count.
  func hash(_ node: Int, leavingOut isLeftOut: (Int) -> Bool = { _ in false }) -> UInt64 {
    var hash = IdentityHash(seed: UInt64(nodes[node].kind.rawValue))
    switch nodes[node].kind {
    case .object:
      var sum: UInt64 = 0
      forEachMember(of: node) { key, value in
        if isLeftOut(key) { return }
        var member = IdentityHash(seed: self.hash(key))
        member.combine(self.hash(value))
        sum &+= member.value
      }
      hash.combine(sum)
    case .array:
      let end = Int(nodes[node].next)
      var index = node + 1
      while index < end {
        hash.combine(self.hash(index))
        index = Int(nodes[index].next)
      }
    case .string where nodes[node].hasEscapes:
      unescaped(node).withUnsafeBufferPointer { hash.combine($0) }
    case .string, .number, .bool, .null: hash.combine(raw(node))
    }
    return hash.value
  }
}
