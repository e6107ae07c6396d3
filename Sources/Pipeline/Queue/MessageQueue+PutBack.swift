import Model

extension MessageQueue {
  /// Puts messages back as new ones, whose receives count from the beginning: for a worker that stops before it tried.
  ///
  /// Crash point: between the send and the delete a message is on the queue twice, and whoever receives the second copy
  /// of a batch finds it claimed, or nothing left to claim.
  ///
  /// - Throws: ``QueueError``; what is not put back shows again after the visibility timeout.
  func putBack(_ messages: [ReceivedMessage]) async throws {
    let most = QueueLimits.batch.upperBound
    for start in stride(from: 0, to: messages.count, by: most) {
      let part = messages[start..<min(messages.count, start + most)]
      let results: [Result<String, QueueError>]
      do {
        results = try await send(part.map { QueueEntry(body: $0.body) })
      } catch let error as QueueError {
        // Bodies that are not ours may be too long together. All are still ours to show again.
        results = part.map { _ in .failure(error) }
      }
      var sent: [String] = []
      var left: [VisibilityChange] = []
      for (message, result) in zip(part, results) {
        switch result {
        case .success: sent.append(message.receipt)
        case .failure: left.append(VisibilityChange(receipt: message.receipt, visibility: .zero))
        }
      }
      if !sent.isEmpty { _ = try await delete(sent) }
      if !left.isEmpty { _ = try await changeVisibility(left) }
    }
  }
}
