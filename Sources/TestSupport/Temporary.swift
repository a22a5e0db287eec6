// Files and folders of tests, gone when the tests are.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Paths that no other test has, in one folder that is removed when the process of the tests ends.
public enum Temporary {
  private static let root: String = {
    let root = FileManager.default.temporaryDirectory.path + "/logto-lua-tests-\(getpid())"
    try? FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    atexit { try? FileManager.default.removeItem(atPath: Temporary.root) }
    return root
  }()

  /// A path where nothing is yet, with this name as its beginning.
  public static func path(_ name: String) -> String { "\(root)/\(name)-\(UInt64.random(in: 0 ... .max))" }

  /// A folder that was made at such a path.
  public static func folder(_ name: String) throws -> String {
    let folder = path(name)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return folder
  }
}
