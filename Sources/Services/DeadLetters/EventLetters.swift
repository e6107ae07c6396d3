import Model
package import Ports

/// The dead letters of the event queue: events that were received too often and never stored. What they would have told is
/// missing in the timelines until they are redriven.
///
/// Crash points of a redrive, receive → send → delete: before the send nothing changed, and the letter shows again; after
/// it the event is on both queues, and the second copy is found to be there already.
package struct EventLetters: Sendable {
  private let deadLetters, events: any MessageQueue
  /// How long letters are hidden from others while they are looked at or worked on.
  private static let span = Duration.seconds(30)
  private static let most = 1000

  /// Makes a value from the queue they lie in and the one they came from.
  package init(deadLetters: any MessageQueue, events: any MessageQueue) {
    self.deadLetters = deadLetters
    self.events = events
  }

  /// Counts them, as far as the queue knows.
  ///
  /// - Throws: ``QueueError``.
  package func count() async throws -> Int { try await deadLetters.depths().total }

  /// Lists them, a thousand at most, and shows them to others again.
  ///
  /// - Throws: ``QueueError``.
  package func list() async throws -> [ReceivedMessage] {
    var letters: [String: ReceivedMessage] = [:]
    try await visit { received in
      for letter in received { letters[letter.id] = letter }
      return []
    }
    return letters.values.sorted { ($0.sentAt, $0.id) < ($1.sentAt, $1.id) }
  }

  /// Puts them back on the event queue.
  ///
  /// - Parameter ids: these; `nil` for all.
  /// - Returns: how many.
  /// - Throws: ``QueueError``.
  package func redrive(_ ids: Set<String>?) async throws -> Int {
    try await take(ids) { letters in
      var sent: [ReceivedMessage] = []
      for part in QueueLimits.parts(of: letters) {
        let results = try await events.send(part.map { QueueEntry(body: $0.body) })
        sent += zip(part, results).compactMap { letter, result in
          if case .success = result { letter } else { nil }
        }
      }
      return sent
    }
  }

  /// Gives them up for good.
  ///
  /// - Parameter ids: these; `nil` for all.
  /// - Returns: how many.
  /// - Throws: ``QueueError``.
  package func discard(_ ids: Set<String>?) async throws -> Int { try await take(ids) { $0 } }

  private func take(
    _ ids: Set<String>?, _ act: ([ReceivedMessage]) async throws -> [ReceivedMessage]
  ) async throws -> Int {
    var taken: Set<String> = []
    try await visit { received in
      let wanted = received.filter { ids?.contains($0.id) ?? true }
      let again = wanted.filter { taken.contains($0.id) }
      let done = try await act(wanted.filter { !taken.contains($0.id) })
      taken.formUnion(done.map(\.id))
      let gone = done + again
      if !gone.isEmpty { _ = try await deadLetters.delete(gone.map(\.receipt)) }
      return Set(gone.map(\.id))
    }
    return taken.count
  }

  /// Goes through the queue until it shows nothing new.
  ///
  /// - Parameter act: is given letters, ten at most, and says which are gone.
  private func visit(_ act: ([ReceivedMessage]) async throws -> Set<String>) async throws {
    var left: [String: ReceivedMessage] = [:]
    let wait = deadLetters.countsLag > .zero ? Duration.seconds(1) : .zero
    do {
      while left.count < Self.most {
        let received = try await deadLetters.receive(max: 10, wait: wait, visibility: Self.span)
        let new = received.filter { left[$0.id] == nil }
        for letter in received { left[letter.id] = letter }
        if new.isEmpty { break }
        for id in try await act(new) { left[id] = nil }
      }
    } catch {
      // What cannot be shown now shows by itself soon.
      try? await deadLetters.show(Array(left.values))
      throw error
    }
    try await deadLetters.show(Array(left.values))
  }
}
