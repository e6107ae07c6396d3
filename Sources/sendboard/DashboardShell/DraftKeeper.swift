import Dashboard
import EventStore
import Model
import SQLiteKit
import Synchronization
import Words

/// Writes down what is being composed, one change after the other; of several that came meanwhile the last alone.
///
/// A process that dies leaves the last that was written: each is one transaction. What cannot be written, as while another
/// program has the store locked, is told once and tried again until it can.
final class DraftKeeper: Sendable {
  private enum Change: Sendable {
    case keep(Draft)
    case drop
  }

  private struct Book {
    var waiting: [Draft.ID: Change] = [:]
    var writing: Task<Void, Never>?
    var isEnding = false
  }

  private let store: EventStore
  private let operatorName: String
  private let tell: @Sendable (Problem?) -> Void
  private let book = Mutex(Book())
  private static let pause = Duration.seconds(1)

  /// How long a change may be on its way before it is said that it is not kept yet: the store waits a minute for a lock.
  private static let patience = Duration.seconds(2)

  /// - Parameter tell: told why nothing can be written, once until something was; and then with no problem.
  init(store: EventStore, operator: String, tell: @escaping @Sendable (Problem?) -> Void) {
    (self.store, operatorName, self.tell) = (store, `operator`, tell)
  }

  /// Has a draft written, in the order of the calls.
  func keep(_ draft: Draft) {
    var draft = draft
    draft.operator = operatorName
    add(.keep(draft), to: draft.id)
  }

  /// Has a draft dropped, in the order of the calls.
  func drop(_ id: Draft.ID) { add(.drop, to: id) }

  /// Waits until everything is written, or cannot be.
  func end() async {
    let writing = book.withLock { book in
      book.isEnding = true
      return book.writing
    }
    await writing?.value
  }

  private func add(_ change: Change, to id: Draft.ID) {
    book.withLock { book in
      book.waiting[id] = change
      if book.writing == nil { book.writing = Task.detached { [self] in await write() } }
    }
  }

  /// What is to be written next; when there is nothing, the writing is over.
  private func next() -> (id: Draft.ID, change: Change)? {
    book.withLock { book in
      guard let (id, change) = book.waiting.first else {
        book.writing = nil
        return nil
      }
      book.waiting[id] = nil
      return (id, change)
    }
  }

  private func write() async {
    let told = Told(tell)
    while let (id, change) = next() {
      // Nobody cancels what waits for a lock, and nobody who types hears of it: who holds it is told meanwhile.
      let late = Task.detached { [store] in
        try await Task.sleep(for: Self.patience)
        let holder = LockHolder.holding(database: store.path)
        told.fail(Problem(.store(.locked), detail: holder.map { .store(.file(store.path, said: $0.brief)) }))
      }
      do {
        switch change {
        case .keep(let draft): try await store.keep(draft)
        case .drop: try await store.drop([id])
        }
        late.cancel()
        told.recover()
      } catch {
        late.cancel()
        told.fail(Problem(error))
        let goesOn = book.withLock { book in
          // What came meanwhile takes its place.
          if book.waiting[id] == nil { book.waiting[id] = change }
          if book.isEnding { book.writing = nil }
          return !book.isEnding
        }
        guard goesOn else { return }
        try? await Task.sleep(for: Self.pause)  // Nobody cancels it.
      }
    }
  }
}

/// What was said last of whether drafts are kept.
private final class Told: Sendable {
  private let isFailing = Mutex(false)
  private let tell: @Sendable (Problem?) -> Void

  init(_ tell: @escaping @Sendable (Problem?) -> Void) { self.tell = tell }

  /// Whoever was cancelled meanwhile says nothing: what it would tell of is over.
  func fail(_ problem: Problem) {
    isFailing.withLock { isFailing in
      if Task.isCancelled { return }
      if !isFailing { tell(problem) }
      isFailing = true
    }
  }

  func recover() {
    isFailing.withLock { isFailing in
      if isFailing { tell(nil) }
      isFailing = false
    }
  }
}
