import JSON
import LogtoLua
import LuaRuntime

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The scripts whose allocations are made to fail.
public enum Corpus: String, CaseIterable, Sendable {
  case examples, attacks
  case roundTrips = "JSON round trips"

  /// - Parameter isComplete: every allocation; else a sample, for CI.
  public func inject(root: String, isComplete: Bool) async throws -> Injection.Count {
    switch self {
    case .examples: try await Self.examples(root, isComplete ? .all : .sample(8))
    case .attacks:
      try await Self.attacks(root, isComplete ? .first(1000, thenSample: 100) : .sample(3), every: isComplete ? 1 : 8)
    case .roundTrips: try await Self.roundTrips(root, isComplete ? .all : .sample(3))
    }
  }

  private static func files(_ folder: String, _ suffix: String) throws -> [(name: String, bytes: [UInt8])] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(suffix) }.sorted().compactMap {
      name in FileManager.default.contents(atPath: "\(folder)/\(name)").map { (name, Array($0)) }
    }
  }

  private static func examples(_ root: String, _ places: Injection.Places) async throws -> Injection.Count {
    var count = Injection.Count()
    for (name, source) in try files("\(root)/examples", ".lua") {
      let tenant = try await ReplayedTenant(source, name: name)
      count.add(await Injection(name, source) { tenant.run() }.inject(places))
    }
    return count
  }

  /// An attack that runs until its time is over gets little of it; one on the memory gets little of that. Messages and
  /// values are not compared: they hold times, random numbers, and how far a loop came.
  private static func attacks(
    _ root: String, _ places: Injection.Places, every step: Int = 1
  ) async throws -> Injection.Count {
    var count = Injection.Count()
    for (index, (name, source)) in try files("\(root)/Tests/AttacksTests/attacks", ".lua").enumerated() {
      guard index % step == 0 else { continue }
      let first = String(decoding: source.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
      var limits = Limits(time: .seconds(20), memory: .megabytes(8))
      if first.hasSuffix("limit-time") {
        limits.cpu = .milliseconds(10)
        limits.time = .milliseconds(200)
      }
      if first.hasSuffix("limit-memory") { limits.memory = .kilobytes(512) }
      let configuration = RunConfiguration(limits: limits, wantsJSON: true)
      count.add(await Injection(name, source, isExact: false) { Run(configuration) }.inject(places))
    }
    return count
  }

  /// The recorded answers, decoded and encoded by a script.
  private static func roundTrips(_ root: String, _ places: Injection.Places) async throws -> Injection.Count {
    let script = Array(
      """
      local value = json.decode(arg[1])
      print(value)
      return json.encode(value, {sorted = true}), #json.encode(value, {pretty = true}), #inspect(value)
      """.utf8)
    var count = Injection.Count()
    for (name, lines) in try files("\(root)/Tests/Fixtures/recordings", ".jsonl") {
      for (number, line) in lines.split(separator: UInt8(ascii: "\n")).enumerated() {
        guard let body = try JSONValue.parse(Array(line))["response"]?["body"], !body.isNull else { continue }
        let text = body.encoded()
        guard text.count <= 20_000 else { continue }
        let configuration = RunConfiguration(arguments: [String(decoding: text, as: UTF8.self)])
        count.add(await Injection("\(name):\(number + 1)", script) { Run(configuration) }.inject(places))
      }
    }
    return count
  }
}
