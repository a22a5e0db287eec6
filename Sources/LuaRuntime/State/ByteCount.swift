/// A number of bytes.
public struct ByteCount: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The number itself.
  public var bytes: Int

  /// So many bytes.
  public init(_ bytes: Int) { self.bytes = bytes }

  /// So many bytes.
  public static func bytes(_ count: Int) -> ByteCount { ByteCount(count) }
  /// Units of 1,024 bytes.
  public static func kilobytes(_ count: Int) -> ByteCount { ByteCount(count << 10) }
  /// Units of 1,048,576 bytes.
  public static func megabytes(_ count: Int) -> ByteCount { ByteCount(count << 20) }

  public static func < (left: ByteCount, right: ByteCount) -> Bool { left.bytes < right.bytes }

  /// In the largest unit that says it exactly: `64 MiB`, `1500 bytes`.
  public var description: String {
    for (shift, unit) in [(30, "GiB"), (20, "MiB"), (10, "KiB")] where bytes != 0 && bytes & ((1 << shift) - 1) == 0 {
      return "\(bytes >> shift) \(unit)"
    }
    return "\(bytes) bytes"
  }
}
