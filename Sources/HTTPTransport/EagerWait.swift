// Looking again, for a moment, before going to sleep.

/// Waits for a poller on a thread that has nothing else to do.
///
/// Falling asleep and being woken takes longer than a tenant on the same machine needs for an answer (a call of
/// `Benchmarks/run … sequential`: 112 µs with both, 76 without). So where answers have come at once, the thread looks for
/// the next one for a moment before it sleeps. A tenant across a network never answers that fast: it costs nothing there.
final class EagerWait {
  /// What counts as at once, and how long is looked.
  private static let moment = Duration.microseconds(100)

  /// Waits in a row that were over at once.
  private var quick = 0
  /// So many are asked for before it is worth looking again. Doubled where nothing came: a server that is now quick, now
  /// slow, or has no processor but this one, costs a moment ever more seldom.
  private var needed = 1
  private let poller: any Poller

  init(_ poller: any Poller) {
    self.poller = poller
  }

  func wait(milliseconds: Int32?, _ report: (Int32, Readiness) -> Void) {
    let end = Tick.now.advanced(by: Self.moment)
    if quick >= needed {
      repeat {
        if poller.wait(milliseconds: 0, report) {
          needed = max(1, needed - 1)
          return
        }
      } while .now < end
      quick = 0
      needed = min(2 * needed, 1_024)
    }
    let hasCome = poller.wait(milliseconds: milliseconds, report)
    quick = hasCome && .now < end ? quick + 1 : 0
  }
}
