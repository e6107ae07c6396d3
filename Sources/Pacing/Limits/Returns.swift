import Synchronization

/// What comes back to an actor from where nobody can wait for it, as from a `deinit`: it lies here until the actor looks,
/// and those who wait for it are woken.
package final class Returns<Item: Sendable>: Sendable {
  private let items = Mutex<[Item]>([])
  /// Rings when something came back.
  package let bell = Bell()

  /// Makes an empty one.
  package init() {}

  /// Puts something there.
  package func put(_ item: Item) {
    items.withLock { $0.append(item) }
    bell.ring()
  }

  /// Takes all that lies there.
  package func takeAll() -> [Item] {
    items.withLock { items in
      defer { items.removeAll() }
      return items
    }
  }
}
