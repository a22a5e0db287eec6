// What the service counts, in the text form that Prometheus and its kin read.

import LogtoLua
import Synchronization

/// Counts scripts by how they ended. `record` is what `RuntimeOptions.metrics` is given.
final class ServiceMetrics: Sendable {
  private struct State {
    var scripts: [String: Int] = [:]
    var calls = 0
    var elapsed = Duration.zero
    var cpu = Duration.zero
    var refused = 0
  }

  private let state = Mutex(State())

  func record(_ metric: RuntimeMetric) {
    state.withLock { state in
      state.scripts[metric.result, default: 0] += 1
      state.calls += metric.calls
      state.elapsed += metric.elapsed
      state.cpu += metric.cpu
    }
  }

  /// A request that was turned away because too many wait.
  func refuse() { state.withLock { $0.refused += 1 } }

  func text(_ load: RuntimeLoad) -> String {
    let now = state.withLock { $0 }
    var lines = ["# TYPE logto_scripts_total counter"]
    lines += now.scripts.sorted { $0.key < $1.key }.map { "logto_scripts_total{result=\"\($0.key)\"} \($0.value)" }
    func line(_ name: String, _ type: String, _ value: some CustomStringConvertible) {
      lines += ["# TYPE \(name) \(type)", "\(name) \(value)"]
    }
    line("logto_calls_total", "counter", now.calls)
    line("logto_script_seconds_total", "counter", now.elapsed / .seconds(1))
    line("logto_script_cpu_seconds_total", "counter", now.cpu / .seconds(1))
    line("logto_refused_total", "counter", now.refused)
    line("logto_scripts_running", "gauge", load.scripts)
    line("logto_scripts_waiting", "gauge", load.waiting)
    return lines.joined(separator: "\n") + "\n"
  }
}
