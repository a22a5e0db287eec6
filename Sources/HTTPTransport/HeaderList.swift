// The header lines of a request, in the form that libcurl reads them.

import CCurl

/// A `curl_slist` in two blocks of memory that are used again for the next request. (libcurl's own list takes two
/// allocations a line.) libcurl reads it while the transfer runs; it must not change until then.
final class HeaderList {
  private var nodes: UnsafeMutableBufferPointer<curl_slist> = .allocate(capacity: 8)
  private var text: UnsafeMutableRawBufferPointer = .allocate(byteCount: 1 << 7, alignment: 1)

  deinit {
    nodes.deallocate()
    text.deallocate()
  }

  /// Replaces the list. `extra` lines go first.
  func fill(_ headers: HTTPHeaders, extra: [StaticString]) -> UnsafeMutablePointer<curl_slist>? {
    let headers = headers.fields
    let count = headers.count + extra.count
    let size =
      headers.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count + 3 }
      + extra.reduce(0) { $0 + $1.utf8CodeUnitCount + 1 }
    reserve(lines: count, bytes: size)
    let (nodes, text) = (nodes, text)
    var node = 0
    var end = 0
    func put(_ bytes: UnsafeRawBufferPointer) {
      UnsafeMutableRawBufferPointer(rebasing: text[end...]).copyMemory(from: bytes)
      end += bytes.count
    }
    func begin() {
      nodes[node] = curl_slist(data: text.baseAddress?.advanced(by: end).assumingMemoryBound(to: CChar.self), next: nil)
      if node > 0 { nodes[node - 1].next = nodes.baseAddress?.advanced(by: node) }
      node += 1
    }
    for line in extra {
      begin()
      // With the NUL that follows it in memory.
      put(UnsafeRawBufferPointer(start: line.utf8Start, count: line.utf8CodeUnitCount + 1))
    }
    for header in headers {
      begin()
      var (name, value) = (header.name, header.value)
      name.withUTF8 { put(UnsafeRawBufferPointer($0)) }
      // `Name;` is how libcurl is told to send an empty value; `Name:` would remove the header.
      let separator: StaticString = value.isEmpty ? ";" : ": "
      put(UnsafeRawBufferPointer(start: separator.utf8Start, count: separator.utf8CodeUnitCount))
      value.withUTF8 { put(UnsafeRawBufferPointer($0)) }
      let terminator: StaticString = ""
      put(UnsafeRawBufferPointer(start: terminator.utf8Start, count: 1))
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
      text = .allocate(byteCount: bytes * 2, alignment: 1)
    }
  }
}
