import CEmbedded

/// The modules of lua/prelude, carried in the binary.
enum Prelude {
  static func source(_ module: String) -> [UInt8]? {
    var size = 0
    guard let bytes = embedded_prelude(module, &size) else { return nil }
    return Array(UnsafeBufferPointer(start: bytes, count: size))
  }
}
