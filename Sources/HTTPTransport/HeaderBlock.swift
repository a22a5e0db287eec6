// The header lines of an answer as they came. Most of a tenant's twenty are never looked at.

import Synchronization

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Lines, each up to its line end. A field that is looked up is found among the bytes; all of them are made into strings
/// when somebody asks for all.
final class HeaderBlock: Sendable {
  private let bytes: [UInt8]
  private let parsed = Mutex<[HTTPHeader]?>(nil)

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// In order, continuation lines joined.
  var fields: [HTTPHeader] {
    parsed.withLock { parsed in
      if let parsed { return parsed }
      let fields = parse()
      parsed = fields
      return fields
    }
  }

  private func parse() -> [HTTPHeader] {
    bytes.withUnsafeBufferPointer { bytes in
      var fields: [HTTPHeader] = []
      fields.reserveCapacity(24)
      for line in Lines(rest: bytes) {
        if line.isContinuation {
          // It belongs to the value before it (RFC 9112 §5.2).
          if !fields.isEmpty { fields[fields.count - 1].value += " " + line.text(from: 0) }
        } else if let colon = line.bytes.firstIndex(of: 0x3A) {
          let name = String(decoding: UnsafeBufferPointer(rebasing: line.bytes[..<colon]), as: UTF8.self)
          fields.append(HTTPHeader(name, line.text(from: colon + 1)))
        }
      }
      return fields
    }
  }

  /// The value of the first field of that name.
  func value(of name: String) -> String? {
    var name = name
    return name.withUTF8 { name in
      bytes.withUnsafeBufferPointer { bytes in
        var value: String?
        for line in Lines(rest: bytes) {
          if value == nil {
            if line.isNamed(name) { value = line.text(from: name.count + 1) }
          } else if line.isContinuation {
            value? += " " + line.text(from: 0)
          } else {
            return value
          }
        }
        return value
      }
    }
  }
}

private struct Lines: Sequence, IteratorProtocol {
  var rest: UnsafeBufferPointer<UInt8>

  mutating func next() -> Line? {
    guard let start = rest.baseAddress, !rest.isEmpty else { return nil }
    let count = memchr(start, 0x0A, rest.count).map { UnsafeRawPointer($0) - UnsafeRawPointer(start) } ?? rest.count
    rest = UnsafeBufferPointer(rebasing: rest.dropFirst(count + 1))
    return Line(bytes: UnsafeBufferPointer(start: start, count: count))
  }
}

private struct Line {
  let bytes: UnsafeBufferPointer<UInt8>

  var isContinuation: Bool { bytes.first.map(isBlank) == true }

  func isNamed(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count > name.count, bytes[name.count] == 0x3A else { return false }
    for place in name.indices where bytes[place].asciiLowercased != name[place].asciiLowercased { return false }
    return true
  }

  /// Without the blanks around it.
  func text(from start: Int) -> String {
    var start = start
    var end = bytes.endIndex
    while start < end, isBlank(bytes[start]) { start += 1 }
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
  }
}

private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
