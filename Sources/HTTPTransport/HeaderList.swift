// The header lines of a request, in the form that libcurl reads them.

import CCurl

/// A `curl_slist` in two blocks of memory that are used again for the next request. (libcurl's own list takes two
/// allocations a line.) libcurl reads it while the transfer runs; it must not change until then.
final class HeaderList {
  private var nodes: UnsafeMutableBufferPointer<curl_slist> = .allocate(capacity: 16)
  private var text: UnsafeMutableBufferPointer<CChar> = .allocate(capacity: 1 << 11)

  deinit {
    nodes.deallocate()
    text.deallocate()
  }

  /// Replaces the list. `extra` lines go first.
  func fill(_ headers: HTTPHeaders, extra: [StaticString]) -> UnsafeMutablePointer<curl_slist>? {
    let count = headers.count + extra.count
    let size =
      headers.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count + 3 }
      + extra.reduce(0) { $0 + $1.utf8CodeUnitCount + 1 }
    reserve(lines: count, bytes: size)
    var node = 0
    var end = 0
    func put(_ bytes: some Sequence<UInt8>) {
      for byte in bytes {
        text[end] = CChar(bitPattern: byte)
        end += 1
      }
    }
    func begin() {
      nodes[node] = curl_slist(data: text.baseAddress! + end, next: nil)
      if node > 0 { nodes[node - 1].next = nodes.baseAddress! + node }
      node += 1
    }
    for line in extra {
      begin()
      put(UnsafeBufferPointer(start: line.utf8Start, count: line.utf8CodeUnitCount))
      put(CollectionOfOne(0))
    }
    for header in headers {
      begin()
      put(header.name.utf8)
      // `Name;` is how libcurl is told to send an empty value; `Name:` would remove the header.
      put(header.value.isEmpty ? ";".utf8 : ": ".utf8)
      put(header.value.utf8)
      put(CollectionOfOne(0))
    }
    return count == 0 ? nil : nodes.baseAddress
  }

  private func reserve(lines: Int, bytes: Int) {
    if nodes.count < lines {
      nodes.deallocate()
      nodes = .allocate(capacity: lines * 2)
    }
    if text.count < bytes {
      text.deallocate()
      text = .allocate(capacity: bytes * 2)
    }
  }
}
