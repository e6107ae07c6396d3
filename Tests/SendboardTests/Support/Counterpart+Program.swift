import Counterpart
import Foundation

extension Counterpart {
  /// Where `.ci/counterpart` installs what tests need from PyPI.
  static let folder =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path + "/.build/counterpart/bin"

  /// What a program needs to work with it.
  var environment: [String: String] {
    [
      "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_REGION": Self.region, "AWS_ENDPOINT_URL": url,
    ]
  }
}
