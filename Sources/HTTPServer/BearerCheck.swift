// Bearer tokens of requests: taken out, and compared without telling by the time taken how much was right.

/// Reading and comparing bearer tokens.
public enum BearerCheck {
  /// The token of the request's `Authorization: Bearer …` header; nil where there is none, more than one, or
  /// another scheme.
  public static func token(of request: ServerRequest) -> String? {
    let values = request.headers.values(of: "Authorization")
    guard values.count == 1, let space = values[0].firstIndex(of: " "),
      String(values[0][..<space]).equalsIgnoringCase("Bearer")
    else { return nil }
    let token = values[0][values[0].index(after: space)...].drop { $0 == " " }
    return token.isEmpty ? nil : String(token)
  }

  /// Whether the request carries exactly `token`.
  public static func accepts(_ request: ServerRequest, token: String) -> Bool {
    guard let given = Self.token(of: request) else { return false }
    return equal(given, token)
  }

  /// Compares in a time that depends on the length of `given` alone.
  public static func equal(_ given: String, _ wanted: String) -> Bool {
    let wanted = Array(wanted.utf8)
    guard !wanted.isEmpty else { return given.isEmpty }
    var difference = given.utf8.count ^ wanted.count
    for (index, byte) in given.utf8.enumerated() { difference |= Int(byte ^ wanted[index % wanted.count]) }
    return difference == 0
  }
}
