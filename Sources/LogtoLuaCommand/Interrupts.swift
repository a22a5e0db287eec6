// How often Ctrl-C was pressed while something runs.

/// Tells a second Ctrl-C from the first.
struct Interrupts {
  /// Wrappers (`timeout`, npm) signal the process and then its group: what comes this soon is still the first Ctrl-C.
  private static let echo = Duration.milliseconds(250)
  private var first: ContinuousClock.Instant?

  /// - Returns: whether this one is a repetition.
  mutating func count() -> Bool {
    let now = ContinuousClock.now
    let first = first ?? now
    self.first = first
    return now - first > Self.echo
  }
}
