import Foundation
import Gateways
import Model
import SMSText

extension Settings {
  /// The broker that serves texts; `nil` when none does.
  ///
  /// - Throws: ``CommandError`` when its file is wrong.
  func gateway() throws -> Gateway? { try cloud.gateway.map { try GatewayLibrary.standard.load($0) } }

  /// What is filled in for a gateway.
  func filledIn(for gateway: Gateway) -> GatewaySettings {
    gateways.first { $0.name == gateway.name } ?? GatewaySettings(name: gateway.name, place: sources.own.path)
  }

  /// By what the provider of texts counts them.
  ///
  /// - Throws: ``CommandError``.
  func textRule() throws -> TextRule { try gateway()?.text.charset == .eucKR ? .korean : .parts }

  /// Whether what sends texts takes a number at all: some take those of their own country alone.
  ///
  /// - Throws: ``CommandError``.
  func servesNumber() throws -> @Sendable (String) -> Bool {
    guard let gateway = try gateway() else { return { _ in true } }
    return { gateway.serves($0) }
  }

  /// How many recipients one batch of a channel may have: as many as its provider takes in one call.
  ///
  /// - Throws: ``CommandError``.
  func batchSizes(for channel: Channel) throws -> BatchSizes {
    guard channel == .sms, let gateway = try gateway() else { return BatchSizes(usual: channel) }
    let limit = GatewayProvider.callLimit(of: gateway)
    return BatchSizes(standard: min(limit, BatchSizes.largestStandard), most: limit)
  }
}
