/// How a file was packed, as its first bytes tell; nothing that is packed is read as it is.
package enum Packing: String, Sendable {
  case gzip, zstd, xz, bzip2, lz4, zip
  case sevenZip = "7-Zip"

  /// Recognises a packed file; `nil` for any other.
  ///
  /// - Parameter head: its first eight bytes, or as many as there are.
  package init?(_ head: some Collection<UInt8>) {
    let known: [(Packing, [UInt8])] = [
      (.gzip, [0x1F, 0x8B]), (.zstd, [0x28, 0xB5, 0x2F, 0xFD]), (.xz, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]),
      (.bzip2, Array("BZh".utf8)), (.lz4, [0x04, 0x22, 0x4D, 0x18]), (.zip, [0x50, 0x4B, 0x03, 0x04]),
      (.zip, [0x50, 0x4B, 0x05, 0x06]), (.sevenZip, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]),
    ]
    guard let found = known.first(where: { head.starts(with: $0.1) }) else { return nil }
    self = found.0
  }

  private var tool: (unpack: String, toOutput: String) {
    switch self {
    case .gzip: ("gunzip -k", "gzip -dc")
    case .zstd: ("zstd -dk", "zstd -dc")
    case .xz: ("xz -dk", "xz -dc")
    case .bzip2: ("bzip2 -dk", "bzip2 -dc")
    case .lz4: ("lz4 -d", "lz4 -dc")
    case .zip: ("unzip", "unzip -p")
    case .sevenZip: ("7z x", "7z x -so")
    }
  }

  /// The command that unpacks a file.
  package func command(_ file: String) -> String { "\(tool.unpack) \(file)" }

  /// The command that unpacks a file into a pipe.
  package func pipe(_ file: String) -> String { "\(tool.toOutput) \(file)" }
}
