import GRDB
import Foundation
import Model
import Ports
import StoreSupport
import Testing
import TestSupport

@testable import EventStore

/// A store in a folder of its own, removed with the value, and a clock that moves when told.
final class StoreFixture {
  private let home: TemporaryFolder
  var folder: String { home.path }
  let path: String
  private(set) var store: EventStore
  var now = Timestamp(milliseconds: 1_795_000_000_000)

  private let notes: String?

  init(id: String = "teststore", notes: Bool = false) throws {
    home = try TemporaryFolder()
    path = home.file("test.db")
    self.notes = notes ? home.file("cache") : nil
    store = try EventStore(path: path, newID: id, notes: self.notes)
  }

  /// Opens the file anew, after it was put in its place.
  func reopen() throws { store = try EventStore(path: path, newID: "unused", notes: notes) }

  /// Opens the same file as another process would.
  func another() throws -> EventStore { try EventStore(path: path, newID: "otherstore") }

  func launch(
    _ count: Int, name: String = "Test", batchSize: Int = 50, on other: EventStore? = nil, by channel: Channel = .email
  ) async throws -> CampaignID {
    try await (other ?? store).launch(
      count, plan(name: name, batchSize: batchSize, by: channel), folder: folder, now: { now })
  }

  func staging(_ count: Int) throws -> AudienceStaging { try .test(count, folder: folder) }

  func plan(name: String = "Test", batchSize: Int = 50, by channel: Channel = .email) -> CampaignPlan {
    .test(name: name, by: channel, batchSize: batchSize, from: "me@example.com", subject: "Hi {{name}}")
  }

  /// Puts every batch on an imaginary queue.
  func queueAll() async throws -> [EventStore.OutboxEntry] {
    var all: [EventStore.OutboxEntry] = []
    while true {
      let entries = try await store.takeOutbox(limit: 100, now: now, lease: .seconds(15))
      if entries.isEmpty { return all }
      try await store.markQueued(entries, now: now)
      all += entries
    }
  }

  func claim(_ batch: BatchID) async throws -> [ClaimedMessage] {
    guard case .send(_, let messages) = try await store.claim(batch, limit: 50, now: now, lease: .seconds(60)) else {
      return []
    }
    return messages
  }

  @discardableResult
  func accept(_ messages: [ClaimedMessage], _ batch: BatchID) async throws -> Int {
    try await store.record(
      messages.map {
        .init(message: $0.message, attempt: $0.attempt, .accepted(providerID: "p-\($0.message)-\($0.attempt)"))
      },
      batch: batch, receiveCount: 1, now: now)
  }

  func incoming(
    _ type: EventType, _ message: MessageID, attempt: Int = 1, at: Int64 = 0, identity: Int64? = nil,
    _ classification: Classification? = nil
  ) -> IncomingEvent {
    // What is not there yet is told of nobody.
    let subject = try? store.pool.read { db in try MessagePager.rows(db, ids: [message.rawValue]).first }
    return IncomingEvent(
      tags: MessageTags(
        store: store.id, campaign: subject?.campaign ?? CampaignID(rawValue: 1), message: message, attempt: attempt),
      mailAt: now,
      providerID: "p-\(message)-\(attempt)", address: subject?.address ?? "", subject: nil,
      at: Timestamp(milliseconds: now.milliseconds + at), type: type,
      identity: identity ?? StableHash.hash("\(type.name) \(attempt) \(at)"), classification: classification,
      reason: classification == nil ? nil : "550 no", detail: nil)
  }

  func summary(_ id: CampaignID) async throws -> CampaignSummary { try #require(try await store.campaigns(id).first) }
}
