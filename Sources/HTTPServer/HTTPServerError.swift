// Why a server could not be started.

/// An error of starting a server: what is wrong and what to do about it.
public struct HTTPServerError: Error, Sendable, CustomStringConvertible {
  /// The reasons a caller may want to tell apart.
  public enum Reason: Sendable {
    /// libmicrohttpd is not on the machine, or too old.
    case libraryMissing
    /// The address is not an IPv4 or IPv6 address.
    case badAddress
    /// The address could not be bound; mostly the port is in use.
    case cannotListen
  }

  /// Which of the reasons it is.
  public let reason: Reason
  /// What is wrong and what to do about it, in one sentence.
  public let message: String

  public var description: String { message }

  static func libraryMissing(_ name: String) -> HTTPServerError {
    HTTPServerError(
      reason: .libraryMissing,
      message: """
        the HTTP server needs libmicrohttpd, and '\(name)' was not found: \
        install it with 'apt install libmicrohttpd12' or 'brew install libmicrohttpd'
        """)
  }
}
