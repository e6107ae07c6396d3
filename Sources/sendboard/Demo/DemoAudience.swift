import Foundation

/// A made-up audience: Korean and English names at example domains.
enum DemoAudience {
  private static let families = ["김", "이", "박", "최", "정", "강", "조", "윤", "장", "임"]
  private static let given = ["민준", "서연", "지훈", "하은", "도윤", "수빈", "예준", "지우", "현우", "은지"]
  private static let english = ["Alex Kim", "Dana Lee", "Sam Park", "Robin Choi", "Jamie Chung", "Chris Han"]
  private static let domains = ["example.com", "example.org", "mail.example.net", "corp.example.kr"]

  /// Writes a CSV file.
  ///
  /// - Throws: an error of the file system.
  static func write(_ count: Int, to path: String) throws {
    try Data().write(to: URL(fileURLWithPath: path))
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    defer { try? file.close() }  // Everything was written before; closing a file twice does no harm.
    var text = "email,name,contract\n"
    for n in 1...count {
      let name = n % 3 == 0 ? english[n / 3 % english.count] : families[n % 10] + given[n / 10 % 10]
      text += "user\(n)@\(domains[n % domains.count]),\(name),C-2026-\(n)\n"
      if text.utf8.count > 1 << 16 {
        try file.write(contentsOf: Data(text.utf8))
        text.removeAll(keepingCapacity: true)
      }
    }
    try file.write(contentsOf: Data(text.utf8))
  }

  static let subject = "{{name}}님, 계약서 {{contract}} 서명을 부탁드립니다"
  static let text = "{{name}}님,\n\n계약서 {{contract}}에 서명해 주세요.\nPlease sign contract {{contract}}.\n"
}
