import Testing

@testable import EventStore

/// Pins the keys that are on disk: identities of our own events, provider ids, quarantined input.
///
/// The values come from Python: FNV-1a with `h = ((h ^ byte) * 0x100000001b3) % 2**64` from `0xcbf29ce484222325`, then
/// `h = ((h ^ h >> 33) * 0xff51afd7ed558ccd) % 2**64`, then `h ^= h >> 33`, taken as a signed number. If this fails, the
/// code is wrong and not the value.
@Suite struct StableHashTests {
  @Test(arguments: [
    ("", -1_388_729_422_223_754_158 as Int64), ("m-1", -490_547_848_865_763_148),
    ("claimed 1", 3_090_649_460_349_174_919), ("김민준", -8_581_624_348_289_962_885),
  ])
  func keysNeverChange(text: String, key: Int64) { #expect(StableHash.hash(text) == key) }
}
