import CLuaGuard

extension Limits {
  /// These limits as C has them.
  var bounds: guard_limits {
    guard_limits(
      memory: memory.bytes, source: source.bytes, time: time?.nanoseconds ?? 0, cpu: cpu?.nanoseconds ?? 0,
      coroutines: UInt32(clamping: coroutines))
  }

  func message(for limit: LimitKind) -> String {
    switch limit {
    case .time: "the run took longer than its \(time.map(Self.text) ?? "") of time"
    case .cpu: "the run used more than its \(cpu.map(Self.text) ?? "") of CPU time"
    case .memory: "the run needed more than its \(memory) of memory"
    case .output: "the run wrote more than its \(output) of output"
    case .calls: "the run made more than its \(calls) calls"
    case .result: "the run's result is larger than its \(result)"
    case .source: "the text is longer than \(source)"
    case .depth: "the value is nested deeper than \(depth) levels"
    case .coroutines: "the run had more than \(coroutines) coroutines at once"
    case .cancelled: "the run was cancelled"
    }
  }

  /// `30 s`, `1.5 s`, `250 ms`
  private static func text(_ duration: Duration) -> String {
    let milliseconds = duration.nanoseconds / 1_000_000
    if milliseconds % 1000 == 0 { return "\(milliseconds / 1000) s" }
    return milliseconds > 1000 ? "\(Double(milliseconds) / 1000) s" : "\(milliseconds) ms"
  }
}
