// What an answer was, without keeping it.

import JSON
import LogtoCatalogue
import LogtoClient

enum Fingerprint {
  /// The SHA-256 of an answer: of its status, its total, and its body with the keys of all objects in order. Secrets in
  /// it are left out, so that none can be guessed from the digest; a secret that alone has changed is not noticed.
  ///
  /// - Returns: nil where there is no libcrypto.
  static func of(_ response: APIResponse, operation: Operation?) -> String? {
    var text = Array("\(response.status) \(response.total.map(String.init) ?? "")\n".utf8)
    if let value = try? JSONValue.parse(response.body) {
      let marks = SecretMarks(operation: operation)
      let secrets = Set(marks.result(in: response.body).map(\.value))
      text += sorted(value, without: secrets).encoded()
    } else {
      text += response.body
    }
    return Digest.sha256(text)
  }

  private static func sorted(_ value: JSONValue, without secrets: Set<String>) -> JSONValue {
    switch value {
    case .string(let text): secrets.contains(text) ? "" : value
    case .array(let elements): .array(elements.map { sorted($0, without: secrets) })
    case .object(let members):
      .object(JSONObject(members.sorted { $0.key < $1.key }.map { ($0.key, sorted($0.value, without: secrets)) }))
    default: value
    }
  }
}
