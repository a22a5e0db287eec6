// The file in which processes share one machine token.

import JSON

/// One token in a file of its own, 0600, replaced as a whole.
///
/// The file's name follows from endpoint, application and resource, and the file repeats them: two accounts whose names
/// clash overwrite each other and are never mixed up. A file that is damaged, someone else's or open to others is as good
/// as none, and is replaced.
struct TokenFile {
  let directory: String
  private let endpoint: String
  private let application: String
  private let resource: String

  init(directory: String, account: Account) {
    self.directory = directory
    endpoint = account.endpoint.description
    application = account.application?.id ?? ""
    resource = account.resource
  }

  private var stem: String {
    "\(directory)/\(TokenFile.hash([endpoint, application, resource]))"
  }

  var path: String { stem + ".json" }
  var lockPath: String { stem + ".lock" }

  /// The token in the file, however old.
  func read() -> AccessToken? {
    guard let bytes = try? PrivateFile.read(path, most: 1 << 20), let json = try? JSONValue.parse(bytes),
      json["version"]?.integerValue == 1, json["endpoint"]?.stringValue == endpoint,
      json["application"]?.stringValue == application, json["resource"]?.stringValue == resource,
      let token = json["access_token"]?.stringValue, !token.isEmpty, Account.isHeaderSafe(token),
      let expires = json["expires"]?.numberValue
    else { return nil }
    return AccessToken(value: Secret(token), expires: expires)
  }

  /// Replaces the file. Whether that worked is no one's concern: the token is good without it.
  func write(_ token: AccessToken) {
    let json: JSONValue = [
      "version": 1, "endpoint": .string(endpoint), "application": .string(application), "resource": .string(resource),
      "access_token": .string(token.value.reveal()), "expires": .number(token.expires),
    ]
    try? PrivateFile.makeDirectory(directory)
    try? PrivateFile.replace(path, with: json.encoded(), durable: false)
  }

  /// FNV-1a with 64 bits, as 16 digits: a short file name, not a proof of anything.
  private static func hash(_ texts: [String]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in texts.joined(separator: "\n").utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension TokenStorage {
  /// The files of this user: `$XDG_CACHE_HOME/logto-lua/tokens`, else `~/.cache/logto-lua/tokens`; in memory where there
  /// is no home.
  public static var userCache: TokenStorage {
    UserDirectory.cache.map { .files(directory: $0 + "/tokens") } ?? .memory
  }
}
