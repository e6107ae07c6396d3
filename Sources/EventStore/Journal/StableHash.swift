/// A 64-bit hash that is the same in every process and version (FNV-1a with a final mix), for keys kept on disk.
///
/// <http://www.isthe.com/chongo/tech/comp/fnv/>
enum StableHash {
  static func hash(_ text: String) -> Int64 { hash(utf8: text.utf8) }

  static func hash(utf8 bytes: some Sequence<UInt8>) -> Int64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    hash = (hash ^ (hash >> 33)) &* 0xff51_afd7_ed55_8ccd
    return Int64(bitPattern: hash ^ (hash >> 33))
  }
}
