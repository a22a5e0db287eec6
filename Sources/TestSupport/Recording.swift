// The recorded exchanges of Tests/Fixtures/recordings: requests to a real tenant and what it answered.

import JSON

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// One recorded request and its answer.
public struct Recording: Sendable, CustomStringConvertible {
  public let id: Int
  public let scenario: String
  /// The operation's name in the catalogue (`logto_get_user`); nil for the token endpoint and the like.
  public let operation: String?
  public let note: String?
  public let method: String
  /// Path and query as sent.
  public let path: String
  /// Header names in lower case. `cookie` is a list of cookie names; tokens are masked: `Bearer {m2m}`.
  public let headers: JSONObject
  /// The body: JSON for a JSON request, a string for a form or text, `{multipart: {…}}` for a file, else null.
  public let body: JSONValue
  public let status: Int
  public let answerHeaders: [(name: String, value: String)]
  /// JSON, or a string where the answer was not JSON; null for an empty one.
  public let answerBody: JSONValue

  public var description: String { "recording \(id) (\(operation ?? note ?? path))" }

  public func header(_ name: String) -> String? { headers[name]?.stringValue }
  public func answerHeader(_ name: String) -> String? { answerHeaders.first { $0.name == name }?.value }
  /// The media type of the request, without parameters.
  public var mediaType: String? { header("content-type").map { String($0.prefix { $0 != ";" }) } }
  public var isJSONAnswer: Bool { answerHeader("content-type")?.hasPrefix("application/json") == true }

  init?(_ value: JSONValue) {
    guard let id = value["id"]?.integerValue, let request = value["request"], let response = value["response"],
      let method = request["method"]?.stringValue, let path = request["path"]?.stringValue,
      let status = response["status"]?.integerValue
    else { return nil }
    self.id = Int(id)
    self.scenario = value["scenario"]?.stringValue ?? ""
    self.operation = value["operation"]?.stringValue
    self.note = value["note"]?.stringValue
    self.method = method
    self.path = path
    self.headers = request["headers"]?.objectValue ?? JSONObject()
    self.body = request["body"] ?? .null
    self.status = Int(status)
    self.answerHeaders = (response["headers"]?.arrayValue ?? []).compactMap { pair in
      guard let name = pair[0]?.stringValue, let value = pair[1]?.stringValue else { return nil }
      return (name, value)
    }
    self.answerBody = response["body"] ?? .null
  }
}

/// All recordings.
public enum Recordings {
  /// Why the recordings could not be read.
  public struct Failure: Error, CustomStringConvertible {
    public let description: String
  }

  /// Every recording, by id. Read once.
  public static func all() throws -> [Recording] { try read.get() }

  private static let read: Result<[Recording], Failure> = {
    let folder = Files.repositoryRoot + "/Tests/Fixtures/recordings"
    var all: [Recording] = []
    for name in Files.names(in: folder) where name.hasSuffix(".jsonl") {
      guard let bytes = Files.read(folder + "/" + name) else {
        return .failure(Failure(description: "cannot read \(folder)/\(name)"))
      }
      for line in bytes.split(separator: 0x0A) {
        guard let value = try? JSONValue.parse(Array(line)), let recording = Recording(value) else {
          return .failure(Failure(description: "\(name) has a line that is no recording"))
        }
        all.append(recording)
      }
    }
    return .success(all.sorted { $0.id < $1.id })
  }()
}

/// The few file functions that tests need.
public enum Files {
  /// The folder that holds Package.swift.
  public static let repositoryRoot = String(#filePath.dropLast("/Sources/TestSupport/Recording.swift".count))

  /// The names in a folder, sorted; empty where it cannot be read.
  public static func names(in folder: String) -> [String] {
    guard let handle = opendir(folder) else { return [] }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// A file's bytes; nil where it cannot be read.
  public static func read(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = fread(&piece, 1, piece.count, file)
      guard count > 0 else { return bytes }
      bytes += piece[..<count]
    }
  }
}
