// Durations and sizes as people write them on a command line: 30s, 500ms, 64MB.

/// Reads a duration: a whole or decimal number followed by `ms`, `s`, `m` or `h`.
///
/// - Throws: `UsageError` naming the option and the forms that work.
func parseDuration(_ text: String, option: String) throws(UsageError) -> Duration {
  let units: [(String, Double)] = [("ms", 0.001), ("s", 1), ("m", 60), ("h", 3600)]
  for (suffix, factor) in units where text.hasSuffix(suffix) {
    if let number = Double(text.dropLast(suffix.count)), number > 0, number * factor < 1e7 {
      return .milliseconds(Int64((number * factor * 1000).rounded(.up)))
    }
  }
  throw UsageError(message: "--\(option) \(text): not a duration; write 30s, 500ms, 2m or 1h")
}

/// Reads a size in bytes: a whole number followed by `B`, `KB`, `MB` or `GB` (powers of 1,024).
///
/// - Throws: `UsageError` naming the option and the forms that work.
func parseSize(_ text: String, option: String) throws(UsageError) -> Int {
  let units: [(String, Int)] = [("KB", 1 << 10), ("MB", 1 << 20), ("GB", 1 << 30), ("B", 1)]
  for (suffix, factor) in units where text.uppercased().hasSuffix(suffix) {
    if let number = Int(text.dropLast(suffix.count)), number > 0, number <= (1 << 40) / factor {
      return number * factor
    }
  }
  throw UsageError(message: "--\(option) \(text): not a size; write 64MB, 512KB or 4096B")
}

/// Reads a whole number of at least one.
///
/// - Throws: `UsageError` naming the option.
func parseCount(_ text: String, option: String) throws(UsageError) -> Int {
  guard let number = Int(text), number > 0 else {
    throw UsageError(message: "--\(option) \(text): not a whole number above zero")
  }
  return number
}
