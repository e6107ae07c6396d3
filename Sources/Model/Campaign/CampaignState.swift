/// Where a campaign stands. The only moves are those of ``after(_:)``.
package enum CampaignState: String, CaseIterable, Sendable {
  /// Being copied in: no list shows it, no worker claims its messages, no counter counts them.
  case importing
  /// What an operator has not launched yet.
  case draft
  case scheduled, launching, sending, paused, cancelled, finished

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
    switch move {
    case .launch:
      switch self {
      case .importing, .draft, .scheduled: .launching
      case .launching, .sending, .paused, .cancelled, .finished: nil
      }
    case .allQueued:
      switch self {
      case .launching: .sending
      case .importing, .draft, .scheduled, .sending, .paused, .cancelled, .finished: nil
      }
    case .allSettled:
      switch self {
      case .launching, .sending: .finished
      case .importing, .draft, .scheduled, .paused, .cancelled, .finished: nil
      }
    case .reopen:
      switch self {
      case .launching, .sending, .finished: .launching
      case .paused: .paused
      case .importing, .draft, .scheduled, .cancelled: nil
      }
    case .pause:
      switch self {
      case .launching, .sending: .paused
      // Whoever goes on with it would send it before its time.
      case .importing, .draft, .scheduled, .paused, .cancelled, .finished: nil
      }
    case .resume:
      switch self {
      case .paused: .launching
      case .importing, .draft, .scheduled, .launching, .sending, .cancelled, .finished: nil
      }
    case .cancel:
      switch self {
      case .draft, .scheduled, .launching, .sending, .paused: .cancelled
      case .importing, .cancelled, .finished: nil
      }
    }
  }

  /// True while workers may hand this campaign's messages to the provider.
  package var maySend: Bool {
    switch self {
    case .launching, .sending, .finished: true
    case .importing, .draft, .scheduled, .paused, .cancelled: false
    }
  }
}
