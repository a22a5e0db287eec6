// What this process takes of the machine, as /proc says.

import Foundation
import Glibc

struct ProcessUse {
  var threads = 0
  var residentBytes = 0

  /// At this moment.
  static func now() throws -> ProcessUse {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    func number(_ key: String) -> Int {
      let line = status.split(separator: "\n").first { $0.hasPrefix(key + ":") }
      return line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) } ?? 0
    }
    return ProcessUse(threads: number("Threads"), residentBytes: number("VmRSS") << 10)
  }

  /// Of all threads, since the process began.
  static var cpuMicroseconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
  }

  mutating func raise(to other: ProcessUse) {
    threads = max(threads, other.threads)
    residentBytes = max(residentBytes, other.residentBytes)
  }

  /// A connection each needs a descriptor each.
  static func raiseFileLimit() throws {
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    limit.rlim_cur = limit.rlim_max
    guard setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else {
      throw BenchError("the limit of open files cannot be raised")
    }
  }
}
