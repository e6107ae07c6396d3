import ServiceLifecycle

/// Sleeps, but ends at once when the service is told to stop.
package func sleepUnlessStopping(_ span: Duration, by time: Timekeeper = Timekeeper()) async throws {
  try await restUnlessStopping { try await time.sleep(for: span) }
}

/// Sleeps for about a while, as ``Timekeeper/doze(for:)`` does, but ends at once when the service is told to stop: for
/// loops that look again and again.
package func dozeUnlessStopping(_ span: Duration, by time: Timekeeper = Timekeeper()) async throws {
  try await restUnlessStopping { try await time.doze(for: span) }
}

private func restUnlessStopping(_ rest: @escaping @Sendable () async throws -> Void) async throws {
  // One task and no group of them: every loop of a process at rest wakes by this.
  let sleep = Task { try await rest() }
  let result = await withTaskCancellationHandler {
    await withGracefulShutdownHandler {
      await sleep.result
    } onGracefulShutdown: {
      sleep.cancel()
    }
  } onCancel: {
    sleep.cancel()
  }
  do { try result.get() } catch is CancellationError {
    // Told to stop: the caller's loop sees it.
  }
}

/// Lets a call finish when the service is told to stop, but cancels it when it has not after a while.
///
/// - Parameter grace: from the stop on, or from the call's beginning when that is later.
package func cancelLongAfterStop<Value: Sendable>(
  _ grace: Duration, _ act: @escaping @Sendable () async throws -> Value
) async throws -> Value {
  let call = Task { try await act() }
  return try await withTaskCancellationHandler {
    try await withGracefulShutdownHandler {
      try await call.value
    } onGracefulShutdown: {
      Task {
        // Nobody cancels it; it ends by itself, and does nothing to a call that is done.
        try? await Task.sleep(for: grace)
        call.cancel()
      }
    }
  } onCancel: {
    call.cancel()
  }
}
