// A string that must not be seen: client secrets, access tokens, refresh tokens, cookie values.

/// Text that no way of printing shows.
///
/// `print`, interpolation, `dump`, `String(reflecting:)`, `Mirror` and `Encodable` all give `[hidden]`. Only
/// ``reveal()`` gives the text, so that a search for that word finds every place that could leak it.
public struct Secret: Sendable {
  // A closure, not a string: reflection that looks past `customMirror` finds a function and no text.
  private let text: @Sendable () -> String

  /// Hides the text; only ``reveal()`` gives it back.
  public init(_ text: String) {
    self.text = { text }
  }

  /// The text itself. For building a request, never for a message.
  public func reveal() -> String { text() }

  /// Whether there is no text at all.
  public var isEmpty: Bool { text().isEmpty }
}

extension Secret: Equatable {
  public static func == (left: Secret, right: Secret) -> Bool { left.text() == right.text() }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable, CustomLeafReflectable {
  /// What is shown in the place of any secret.
  public static let placeholder = "[hidden]"

  public var description: String { Secret.placeholder }
  public var debugDescription: String { Secret.placeholder }
  public var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>(), displayStyle: .struct) }
}

extension Secret: Codable {
  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(String.self))
  }

  /// Writes the placeholder: what is to be kept is written by the code that keeps it, knowingly.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(Secret.placeholder)
  }
}
