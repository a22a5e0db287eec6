import HTTPTransport
import LogtoClient

/// The second table of a call.
struct CallOptions: Sendable {
  var account: String?
  var timeout: Duration?
  var headers: [HTTPHeader] = []
  /// False skips every check but path safety.
  var validate = true
  /// False makes results plain tables: a field that is not there reads nil.
  var strict = true
  var retry = true
  /// The access token of a user, for operations of the class `account`.
  var userToken: Secret?
  /// Folders whose files may be uploaded; the owner's word, not the script's.
  var uploadFolders: [String] = []

  static let names = ["account", "timeout", "headers", "validate", "strict", "retry", "user_token"]

  /// Why a header cannot be set by a script; nil where it can.
  static func refusal(ofHeader name: String, value: String) -> String? {
    let lower = name.lowercased()
    let isToken =
      !name.isEmpty
      && name.utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
      }
    if !isToken { return "is no name of a header" }
    if ["authorization", "cookie", "host", "transfer-encoding", "connection"].contains(lower)
      || lower.hasPrefix("content-") || lower.hasPrefix("proxy-")
    {
      return "is written by the program itself and cannot be set"
    }
    if value.utf8.contains(where: { $0 == 10 || $0 == 13 || $0 == 0 }) {
      return "has a line break in its value"
    }
    return nil
  }
}
