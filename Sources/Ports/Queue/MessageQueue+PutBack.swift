import Model

extension MessageQueue {
  /// Shows received messages to others at once; each has cost a receive.
  ///
  /// - Throws: ``QueueError``; what is not shown shows by itself after the visibility timeout.
  package func show(_ messages: [ReceivedMessage]) async throws {
    for part in QueueLimits.parts(of: messages) {
      _ = try await changeVisibility(part.map { VisibilityChange(receipt: $0.receipt, visibility: .zero) })
    }
  }

  /// Puts messages back as new ones, whose receives count from the beginning: for a worker that stops before it tried, or
  /// that leaves them to another.
  ///
  /// - Parameter delay: how long nobody receives them; at most ``QueueLimits/longestDelay``.
  /// Crash point: between the send and the delete a message is on the queue twice, and whoever receives the second copy
  /// of a batch finds it claimed, or nothing left to claim.
  ///
  /// - Throws: ``QueueError``; what is not put back shows again after the visibility timeout.
  package func putBack(_ messages: [ReceivedMessage], delay: Duration = .zero) async throws {
    for part in QueueLimits.parts(of: messages) {
      let results: [Result<String, QueueError>]
      do {
        results = try await send(part.map { QueueEntry(body: $0.body, delay: delay) })
      } catch let error as QueueError {
        results = part.map { _ in .failure(error) }
      }
      var sent: [String] = []
      var left: [ReceivedMessage] = []
      for (message, result) in zip(part, results) {
        switch result {
        case .success: sent.append(message.receipt)
        case .failure: left.append(message)
        }
      }
      if !sent.isEmpty { _ = try await delete(sent) }
      try await show(left)
    }
  }
}
