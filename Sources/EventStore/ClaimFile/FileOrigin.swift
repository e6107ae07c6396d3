import CFile

/// Tells a file from every copy of it: its number, and when it was made, neither of which anybody can choose. A file that is
/// moved within its file system keeps both; one that a backup puts back has others, unless it is written over in place.
enum FileOrigin {
  /// Reads that of an open file as one number, never 0; `nil` when it cannot be read.
  static func number(of file: CInt) -> Int64? {
    var number: UInt64 = 0
    var made: Int64 = 0
    guard sb_file_origin(file, &number, &made) == 0 else { return nil }
    return Checksum.of([Int64(bitPattern: number), made], 0) | 1
  }
}
