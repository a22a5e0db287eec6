import LogtoCatalogue
import Synchronization

/// What was found out about a catalogue, once for all scripts of a runtime: the shapes of the operations that were
/// called, and the words of all functions.
///
/// A configuration may give another catalogue than before: what is known is compared with the one that is asked about.
final class KnownCatalogue: Sendable {
  // Guards the shapes, each at the place of its operation.
  private let shapes = Mutex<[CallShape?]>([])
  // Guards the words, gathered at the first search.
  private let search = Mutex<Search?>(nil)

  func shape(of operation: Operation) -> CallShape {
    shapes.withLock { shapes in
      if operation.index < shapes.count, let shape = shapes[operation.index], shape.operation.isSame(as: operation) {
        return shape
      }
      while shapes.count <= operation.index { shapes.append(nil) }
      let shape = CallShape(operation)
      shapes[operation.index] = shape
      return shape
    }
  }

  func search(_ catalogue: Catalogue) -> Search {
    search.withLock { search in
      if let search, search.isOf(catalogue) { return search }
      let made = Search(catalogue)
      search = made
      return made
    }
  }
}
