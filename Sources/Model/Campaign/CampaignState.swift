/// Where a campaign stands. The only moves are those of ``after(_:)``.
package enum CampaignState: String, CaseIterable, Sendable {
  case draft, scheduled, launching, sending, paused, cancelled, finished

  /// What can happen to a campaign.
  package enum Move: String, CaseIterable, Sendable {
    /// Everything is on disk; batches may go to the queue.
    case launch
    /// The last batch is on the queue.
    case allQueued
    /// Every batch is done or dead.
    case allSettled
    /// Messages went back into batches (resend or redrive).
    case reopen
    /// The operator's words.
    case pause, resume, cancel
  }

  /// The state after a move, or `nil` when the move is not allowed from here.
  package func after(_ move: Move) -> CampaignState? {
    switch (self, move) {
    case (.draft, .launch), (.scheduled, .launch): .launching
    case (.launching, .allQueued): .sending
    case (.launching, .allSettled), (.sending, .allSettled): .finished
    case (.launching, .reopen), (.sending, .reopen), (.finished, .reopen): .launching
    case (.paused, .reopen): .paused
    case (.launching, .pause), (.sending, .pause), (.scheduled, .pause): .paused
    case (.paused, .resume): .launching
    case (.draft, .cancel), (.scheduled, .cancel), (.launching, .cancel), (.sending, .cancel), (.paused, .cancel):
      .cancelled
    default: nil
    }
  }

  /// True while workers may hand this campaign's messages to the provider.
  package var maySend: Bool { self == .launching || self == .sending || self == .finished }
}
