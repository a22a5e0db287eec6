import LogtoCatalogue
import Synchronization

/// The shapes of the operations that were called, for all scripts of a runtime: each is made once.
final class CallShapes: Sendable {
  // Guards the shapes, each at the place of its operation.
  private let known = Mutex<[CallShape?]>([])

  func shape(of operation: Operation) -> CallShape {
    known.withLock { known in
      // A configuration may give another catalogue than before.
      if operation.index < known.count, let shape = known[operation.index], shape.operation.isSame(as: operation) {
        return shape
      }
      while known.count <= operation.index { known.append(nil) }
      let shape = CallShape(operation)
      known[operation.index] = shape
      return shape
    }
  }
}
