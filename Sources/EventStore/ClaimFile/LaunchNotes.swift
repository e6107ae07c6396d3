import Foundation
import Model

/// A launch of which something was claimed.
struct LaunchNote: Equatable, Sendable {
  /// Its number.
  var campaign: Int64
  /// What tells it from any other: see `CampaignPlan.digest`.
  var digest: Int64
  /// Whom it went to at most; 0 where that is not known.
  var recipients: Int64 = 0
  /// When it was launched; 0 where that is not known.
  var at: Int64 = 0
  /// Its name, or the beginning of it.
  var name = ""

  static let words = 16
  private static let nameWords = 10

  func words(of store: Int64) -> [Int64] {
    var bytes = Array(name.utf8.prefix(Self.nameWords * 8))
    // Not half of a character.
    while String(validating: bytes, as: UTF8.self) == nil { bytes.removeLast() }
    var words = [campaign, digest, recipients, at, Int64(bytes.count)]
    bytes += [UInt8](repeating: 0, count: Self.nameWords * 8 - bytes.count)
    words += bytes.withUnsafeBytes { raw in
      (0..<Self.nameWords).map { raw.loadUnaligned(fromByteOffset: $0 * 8, as: Int64.self) }
    }
    return words + [Checksum.of(words, store)]
  }
}

extension LaunchNote {
  /// Reads one; `nil` when it is none, or another store's.
  init?(_ words: ArraySlice<Int64>, of store: Int64) {
    let at = words.startIndex
    guard words.count == Self.words, words[at + 15] == Checksum.of(words.dropLast(), store), words[at] > 0,
      (0...Int64(Self.nameWords * 8)).contains(words[at + 4]), words[at + 2] >= 0
    else { return nil }
    let bytes = Array(words[(at + 5)..<(at + 15)]).withUnsafeBytes { Array($0.prefix(Int(words[at + 4]))) }
    self.init(
      campaign: words[at], digest: words[at + 1], recipients: words[at + 2], at: words[at + 3],
      name: String(decoding: bytes, as: UTF8.self))
  }
}

/// The launches of a store of which something was claimed, the last some thousand, noted beside ``HostNote``: a store that
/// was put back together with its record finds what it has forgotten, and what must not be launched again.
///
/// Crash points: before it is written, nothing of the launch was sent. After that the store knows the launch, or was put
/// back. A write that is torn fails its check.
struct LaunchNotes: Sendable {
  let path: String
  let store: Int64
  /// Half a megabyte.
  static let most = 4096
  private static let size = LaunchNote.words * MemoryLayout<Int64>.size

  /// Notes a launch, in the place of the oldest where there are too many. Where it cannot be written, the record beside the
  /// store has to do.
  func add(_ launch: LaunchNote) async {
    let file = HostNote.openOrMake(path)
    guard file >= 0 else { return }
    defer { close(file) }
    guard await FileTurn.begin(file) else { return }
    defer { FileTurn.end(file) }
    let places = read(file)
    let isNoted = places.contains { $0?.campaign == launch.campaign && $0?.digest == launch.digest }
    if isNoted { return }
    let free = places.firstIndex { $0 == nil }
    let oldest = places.indices.min { (places[$0]?.at ?? 0) < (places[$1]?.at ?? 0) }
    let place = free ?? (places.count < Self.most ? places.count : oldest ?? 0)
    let words = launch.words(of: store)
    _ = words.withUnsafeBytes { pwrite(file, $0.baseAddress, $0.count, off_t(place * Self.size)) }
  }

  /// Reads them, in the order of their numbers.
  func all() -> [LaunchNote] {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { return [] }
    defer { close(file) }
    return read(file).compactMap(\.self).sorted { ($0.campaign, $0.at) < ($1.campaign, $1.at) }
  }

  private func read(_ file: CInt) -> [LaunchNote?] {
    var words = [Int64](repeating: 0, count: Self.most * LaunchNote.words)
    let found = words.withUnsafeMutableBytes { pread(file, $0.baseAddress, $0.count, 0) }
    return (0..<max(0, found) / Self.size).map { place in
      LaunchNote(words[(place * LaunchNote.words)..<((place + 1) * LaunchNote.words)], of: store)
    }
  }
}
