// Reading and changing accounts.json on disk.

import JSON

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension AccountsFile {
  /// Reads the file.
  ///
  /// - Parameter path: this user's file by default.
  /// - Returns: `nil` where there is none.
  /// - Throws: kind `auth` for a file that others can read or write, that is not JSON, or that is not whole.
  public static func load(path: String? = userPath) throws(LogtoError) -> AccountsFile? {
    guard let path else { return nil }
    var file = AccountsFile(path: path)
    let bytes: [UInt8]
    do {
      bytes = try PrivateFile.read(path, most: 1 << 20)
    } catch {
      switch error {
      case .missing: return nil
      case .openToOthers:
        throw file.fault(
          "\(error.message): its secrets may be known to others", code: "accounts.open_file", hint: "chmod 600 \(path)")
      default: throw file.fault(error.message, code: "accounts.unreadable_file")
      }
    }
    let json: JSONValue
    do throws(JSONError) {
      json = try JSONValue.parse(bytes)
    } catch {
      throw file.fault(
        "is not valid JSON, or only half of it is there (\(error.description))", code: "accounts.broken_file",
        hint: repair)
    }
    try file.take(json)
    return file
  }

  /// Reads the file, or begins with an empty one, changes it and writes it back; one process at a time.
  ///
  /// - Throws: what ``load(path:)`` throws, kind `validation` where the file cannot be written, and what `change` throws.
  public static func update(
    path: String? = userPath, _ change: (inout AccountsFile) throws(LogtoError) -> Void
  ) throws(LogtoError) {
    guard let path else {
      throw LogtoError(
        .validation, "there is no home directory to keep accounts in", hint: "set HOME or XDG_CONFIG_HOME")
    }
    do throws(PrivateFile.Fault) {
      if let slash = path.lastIndex(of: "/") { try PrivateFile.makeDirectory(String(path[..<slash])) }
    } catch {
      throw AccountsFile(path: path).fault(error.message, code: "accounts.unwritable_file")
    }
    let lock = PrivateFile.openDescriptor(path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, mode: 0o600)
    guard lock >= 0 else {
      throw AccountsFile(path: path).fault(
        PrivateFile.Fault.system("open", errno).message, code: "accounts.unwritable_file")
    }
    defer { close(lock) }
    while flock(lock, LOCK_EX) != 0 && errno == EINTR {}
    var file = try load(path: path) ?? AccountsFile(path: path)
    try change(&file)
    do throws(PrivateFile.Fault) {
      try PrivateFile.replace(path, with: file.json.encoded(pretty: true), durable: true)
    } catch {
      throw file.fault(error.message, code: "accounts.unwritable_file")
    }
  }
}
