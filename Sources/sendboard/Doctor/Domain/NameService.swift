import ArgumentParser
import CResolv
import Foundation
import SQLiteKit

/// Asks the domain name system.
struct NameService: Sendable {
  /// Kinds of records, by their numbers (<https://www.iana.org/assignments/dns-parameters>).
  enum Kind: Int32, Sendable {
    case mail = 15
    case text = 16
  }

  /// A server to ask instead of the system's.
  struct Server: Equatable, Sendable {
    var address: String
    var port: Int32 = 53
  }

  /// The question was not answered.
  struct Silence: Error, CustomStringConvertible {
    let name: String
    var description: String { "no answer from the name service about \(name)" }
  }

  var server: Server?

  /// The records of a name; none when it has none, or there is no such name.
  ///
  /// - Throws: ``Silence``.
  func records(_ kind: Kind, of name: String) async throws -> [String] {
    try await onThreadOfItsOwn { try ask(kind, name) }
  }

  private func ask(_ kind: Kind, _ name: String) throws -> [String] {
    var answer = [UInt8](repeating: 0, count: 65_535)
    let length = sb_dns_ask(
      name, kind.rawValue, server?.address, server?.port ?? 0, &answer, Int32(answer.count))
    guard length >= 0 else { throw Silence(name: name) }
    var found: [String] = []
    var text = [CChar](repeating: 0, count: 65_535)
    var index: Int32 = 0
    while true {
      let count = sb_dns_record(answer, length, index, kind.rawValue, &text, Int32(text.count))
      if count == -2 { return found }
      if count >= 0 {
        found.append(String(decoding: text.prefix(Int(count)).map(UInt8.init(bitPattern:)), as: UTF8.self))
      }
      index += 1
    }
  }
}

extension NameService.Server: ExpressibleByArgument {
  init?(argument: String) {
    let parts = argument.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    var address = in_addr()
    guard let host = parts.first, inet_pton(AF_INET, String(host), &address) == 1 else { return nil }
    self.address = String(host)
    guard parts.count > 1 else { return }
    guard let port = Int32(parts[1]), (1...65_535).contains(port) else { return nil }
    self.port = port
  }
}
