import Synchronization

/// Something that has happened: said on one thread, seen on every other.
package final class Flag: Sendable {
  private let value = Atomic(false)

  package init() {}
  package var isSet: Bool { value.load(ordering: .acquiring) }
  package func set() { value.store(true, ordering: .releasing) }
  package func clear() { value.store(false, ordering: .releasing) }
}
