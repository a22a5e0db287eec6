import JSON
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// One script of `attacks/`, and the outcome that its first line declares.
struct Attack: Sendable, CustomTestStringConvertible {
  /// `family/name`
  let name: String
  let path: String
  let expected: Expectation

  enum Expectation: Equatable, Sendable {
    /// The attack is harmless by design.
    case ok
    /// An error, but no limit.
    case error
    /// The limit of that name.
    case limit(String)
  }

  var testDescription: String { name }

  var family: Substring { name.prefix { $0 != "/" } }

  static let folder = String(#filePath.dropLast("Attack.swift".count)) + "attacks"

  /// All of them, in order of their names.
  static let all: [Attack] = {
    let files = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    return files.filter { $0.hasSuffix(".lua") }.sorted().compactMap { Attack(file: $0) }
  }()

  /// Nil where the first line declares nothing.
  init?(file: String) {
    path = Attack.folder + "/" + file
    name = String(file.dropLast(".lua".count))
    guard let bytes = FileManager.default.contents(atPath: path) else { return nil }
    let first = String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    guard first.hasPrefix("-- expect: ") else { return nil }
    let outcome = first.dropFirst("-- expect: ".count)
    switch outcome {
    case "ok": expected = .ok
    case "error": expected = .error
    default:
      guard outcome.hasPrefix("limit-") else { return nil }
      expected = .limit(String(outcome.dropFirst("limit-".count)))
    }
  }
}

extension Attack.Expectation {
  /// What an envelope of `--json` says about the run.
  init?(envelope: JSONValue) {
    guard let ok = envelope["ok"]?.boolValue else { return nil }
    if ok {
      self = .ok
    } else if envelope["error"]?["kind"] == "limit" {
      guard let limit = envelope["error"]?["limit"]?.stringValue else { return nil }
      self = .limit(limit)
    } else if envelope["error"]?["kind"]?.stringValue != nil {
      self = .error
    } else {
      return nil
    }
  }
}
