// Going back in a text, and changing the order of its parts.

extension JSONWriter {
  /// A place in the text, to come back to.
  public struct Mark {
    let written: Int
    let needsComma: Bool
    let isAfterKey: Bool
    let depth: Int
  }

  /// Where the writer stands, to come back to.
  public var mark: Mark {
    Mark(written: written, needsComma: needsComma, isAfterKey: isAfterKey, depth: depth)
  }

  /// Takes back what was written since the mark.
  public mutating func back(to mark: Mark) {
    written = min(written, mark.written)
    needsComma = mark.needsComma
    isAfterKey = mark.isAfterKey
    depth = mark.depth
  }

  /// Where the next value will begin, behind the comma that is due before it.
  public var nextStart: Int { needsComma ? written + 1 : written }
}
