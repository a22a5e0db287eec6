import LogtoClient

/// Puts the arguments of a call into the operation's path, so that each stays exactly one segment.
///
/// Without this check `user_id = ".."` turns a delete of one user into `DELETE /api/`: a server joins dot segments
/// before it routes, and so do many clients and proxies. It is the one check that `validate = false` keeps.
enum PathBuilder {
  /// Why a text cannot be one segment of a path; nil where it can.
  static func refusal(of segment: String) -> String? {
    switch segment {
    case "": "is empty"
    case ".", "..": "is '\(segment)', which a server reads as another path"
    default: nil
    }
  }

  static func encoded(_ segment: String) -> String { PercentEncoding.encode(segment) }
}
