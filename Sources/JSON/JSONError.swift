/// Why a text is not JSON, and where.
public struct JSONError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What is wrong, as in `a comma or ] is missing`.
  public var message: String
  /// Bytes before the place of the error.
  public var offset: Int
  /// The line of the error; the first is 1.
  public var line: Int
  /// The column of the error in bytes; the first is 1.
  public var column: Int

  /// An error at a place that is known already.
  public init(message: String, offset: Int, line: Int, column: Int) {
    self.message = message
    self.offset = offset
    self.line = line
    self.column = column
  }

  /// Finds line and column of `offset` in `text`.
  init(message: String, offset: Int, in text: UnsafeRawBufferPointer) {
    var line = 1
    var lineStart = 0
    for index in 0..<min(offset, text.count) where text[index] == UInt8(ascii: "\n") {
      line += 1
      lineStart = index + 1
    }
    self.init(message: message, offset: offset, line: line, column: offset - lineStart + 1)
  }

  public var description: String { "line \(line), column \(column): \(message)" }
}
