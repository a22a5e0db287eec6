#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Finds files that a script may upload: plain ones inside the folders that the owner allowed, links followed first.
enum UploadFolder {
  /// The file's real path; nil where it is in none of the folders, or is no plain file.
  static func file(_ path: String, in folders: [String]) -> String? {
    for folder in folders {
      guard let root = real(folder), let file = real(path.hasPrefix("/") ? path : "\(folder)/\(path)"),
        file.hasPrefix(root == "/" ? root : root + "/")
      else { continue }
      var status = stat()
      if stat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG { return file }
    }
    return nil
  }

  private static func real(_ path: String) -> String? {
    guard !path.utf8.contains(0), let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
