// A plan as a file: private, written whole, and applied once.

import JSON
import LogtoClient
import LogtoLua

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The file of a plan that is being applied.
final class PlanFile {
  private static let most = 64 << 20
  let path: String
  let plan: SavedPlan
  /// Locked while the plan is applied; closed with the process.
  private let descriptor: Int32

  /// Reads the plan and keeps others from applying it at the same time.
  ///
  /// - Throws: `UsageError` for a file that is no plan, that others can read, or that was applied.
  init(_ path: String) throws(UsageError) {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    if descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      throw UsageError(message: "\(path): it is being applied at this moment")
    }
    let json = try Self.read(path)
    do throws(SavedPlanError) {
      plan = try SavedPlan(json)
    } catch {
      throw UsageError(message: "\(path): \(error)")
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  private static func read(_ path: String) throws(UsageError) -> JSONValue {
    let bytes: [UInt8]
    do throws(PrivateFile.Fault) {
      bytes = try PrivateFile.read(path, most: most)
    } catch {
      throw UsageError(message: "\(path) \(error.message)")
    }
    guard let json = try? JSONValue.parse(bytes) else { throw UsageError(message: "\(path): it is no JSON") }
    if let time = json["applied"]?.integerValue {
      throw UsageError(message: "\(path): it was applied already (at \(time), milliseconds since 1970); make it anew")
    }
    return json
  }

  /// Writes into the file that it is applied: a second time is refused, whatever becomes of the first.
  func claim() throws(SavedPlanError) {
    do throws(UsageError) {
      guard var object = try Self.read(path).objectValue else { return }
      object["applied"] = .integer(Int64(ClientClock.system.unixTime() * 1000))
      try Self.write(.object(object), to: path)
    } catch {
      throw SavedPlanError(error.message)
    }
  }

  private static func write(_ plan: JSONValue, to path: String) throws(UsageError) {
    do throws(PrivateFile.Fault) {
      try PrivateFile.replace(path, with: plan.encoded(pretty: true) + [UInt8(ascii: "\n")], durable: true)
    } catch {
      throw UsageError(message: "\(path) \(error.message)")
    }
  }

  /// Saves the plan of a dry run, unless it could not be applied; says so on standard error.
  static func save(_ json: JSONValue, to path: String) -> ExitCode {
    do throws(SavedPlanError) {
      let plan = try SavedPlan(json)
      do throws(UsageError) {
        try write(json, to: path)
      } catch {
        StandardStream.error.line("logto-lua: the plan was not saved: \(error.message)")
        return .usage
      }
      StandardStream.error.line("logto-lua: the plan is in \(path); logto-lua --apply \(path) sends it")
      for variable in plan.variables {
        StandardStream.error.line("  it holds no secrets: \(variable.name) is asked for then (\(variable.uses))")
      }
      return .done
    } catch {
      StandardStream.error.line("logto-lua: the plan was not saved, for it could not be applied: \(error)")
      return .script
    }
  }
}
