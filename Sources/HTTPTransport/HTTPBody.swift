// What a request carries after its headers.

/// The body of a request.
public enum HTTPBody: Sendable, Hashable {
  /// No body. POST, PUT and PATCH say so with `Content-Length: 0`; the other methods say nothing.
  case empty
  /// These bytes. The content type is a header of the request; without one, none is sent.
  case bytes([UInt8])
  /// `multipart/form-data` (RFC 7578). The transport writes the content type with its boundary: the request must not.
  case multipart([Part])

  /// One part of a form.
  public struct Part: Sendable, Hashable {
    /// The field's name.
    public var name: String
    /// The file name that the server is told, or nil for a plain field.
    public var fileName: String?
    /// The media type, or nil to leave it out (for a file: what libcurl makes of its extension).
    public var contentType: String?
    /// The part's bytes.
    public var content: Content

    /// Where the bytes of a part come from.
    public enum Content: Sendable, Hashable {
      /// These bytes.
      case bytes([UInt8])
      /// A file, read while it is sent: a large one is never in memory as a whole.
      case file(path: String)
    }

    /// A part of a form; only its name and its bytes are needed.
    public init(name: String, fileName: String? = nil, contentType: String? = nil, content: Content) {
      self.name = name
      self.fileName = fileName
      self.contentType = contentType
      self.content = content
    }
  }
}
