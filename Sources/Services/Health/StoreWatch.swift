package import EventStore
package import Logging
import Model
package import Pacing
package import Ports
import ServiceLifecycle

/// Logs what an operator has to know of and no process's own failure tells: dead letters, messages that became uncertain,
/// what could not be read, campaigns that were paused; whichever process it happened in.
package struct StoreWatch: Service {
  private let store: EventStore
  private let clock: WallClock
  private let logger: Logger
  private let pause = Duration.seconds(1)
  private let time: Timekeeper

  /// What is compared from one look to the next.
  private struct Sight {
    var dead = 0
    var uncertain = 0
    var quarantined = 0
    var paused: [CampaignID: EventStore.PausedCampaign] = [:]
  }

  /// Makes the service; ``run()`` runs it.
  ///
  /// - Parameter time: what its pauses go by.
  package init(store: EventStore, clock: WallClock, logger: Logger, time: Timekeeper = Timekeeper()) {
    self.store = store
    self.clock = clock
    self.logger = logger
    self.time = time
  }

  /// Runs until told to stop, and looks once more then. What was so before it began is not told.
  ///
  /// - Throws: `StoreError` when the store cannot be read at the beginning.
  package func run() async throws {
    var version = try store.commitVersion()
    var known = try await look()
    logger.debug("watching the store")
    while !Task.isShuttingDownGracefully, !Task.isCancelled {
      try await dozeUnlessStopping(pause, by: time)
      do {
        // Where nobody has committed, there is nothing to be told; unless this is the last look.
        let new = try store.commitVersion()
        if new == version, !Task.isShuttingDownGracefully { continue }
        version = new
        let now = try await look()
        tell(from: known, to: now)
        known = now
      } catch {
        // Who writes something that matters meets the same, and says so.
        logger.debug("\(error)")
      }
    }
  }

  private func look() async throws -> Sight {
    let health = try await store.health(now: clock.now())
    let paused = try await store.pausedCampaigns()
    return Sight(
      dead: health.deadLetters, uncertain: health.uncertain, quarantined: health.quarantined,
      paused: Dictionary(paused.map { ($0.id, $0) }) { first, _ in first })
  }

  private func tell(from old: Sight, to new: Sight) {
    if new.dead > old.dead {
      logger.error(
        "\(new.dead) dead letter\(new.dead == 1 ? "" : "s"), \(new.dead - old.dead) of them new: see 'sendboard deadletters'",
        metadata: Occurrence.deadLetters(new.dead, new: new.dead - old.dead).metadata)
    }
    if new.uncertain > old.uncertain {
      logger.warning(
        """
        \(new.uncertain) message\(new.uncertain == 1 ? "" : "s") uncertain, \(new.uncertain - old.uncertain) of them new: an event settles them, or you \
        with 'sendboard settle'
        """, metadata: Occurrence.uncertain(new.uncertain, new: new.uncertain - old.uncertain).metadata)
    }
    if new.quarantined > old.quarantined {
      logger.warning(
        "\(new.quarantined) quarantined document\(new.quarantined == 1 ? "" : "s"), \(new.quarantined - old.quarantined) of them new",
        metadata: Occurrence.quarantined(new.quarantined, new: new.quarantined - old.quarantined).metadata)
    }
    for (id, campaign) in new.paused where old.paused[id]?.note != campaign.note || old.paused[id] == nil {
      let event = Occurrence.paused(campaign: id.description, name: campaign.name, why: campaign.note)
      if let note = campaign.note {
        logger.error("campaign \(id) (\(campaign.name)) paused: \(note)", metadata: event.metadata)
      } else {
        logger.notice("campaign \(id) (\(campaign.name)) paused by an operator", metadata: event.metadata)
      }
    }
    for (id, campaign) in old.paused where new.paused[id] == nil {
      logger.notice(
        "campaign \(id) (\(campaign.name)) is no longer paused",
        metadata: Occurrence.goesOn(campaign: id.description, name: campaign.name).metadata)
    }
  }
}
