import Emulator
import Foundation

extension Emulator {
  /// Where `.ci/emulator` installs what tests need from PyPI.
  static let folder =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path + "/.build/emulator/bin"

  /// What a program needs to work with it.
  var environment: [String: String] {
    [
      "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_REGION": Self.region, "AWS_ENDPOINT_URL": url,
    ]
  }
}
