// Objects in the order of their keys: members are written as they come, then the pieces of text change places.

extension JSONWriter {
  /// A member of the open object: its key and its place in the text.
  public struct Member {
    /// The key's first bytes as a number that sorts as they do; shorter keys are filled up with zeros.
    let head: UInt64
    let key: UnsafeRawBufferPointer
    let start: Int
    let end: Int

    /// - Parameters:
    ///   - key: must stay where it is until the object is sorted.
    ///   - start: ``JSONWriter/nextStart`` before the key was written.
    ///   - end: ``JSONWriter/count`` after the value was.
    public init(key: UnsafeRawBufferPointer, start: Int, end: Int) {
      self.key = key
      self.start = start
      self.end = end
      if key.count >= 8 {
        head = UInt64(bigEndian: key.loadUnaligned(as: UInt64.self))
      } else {
        var head: UInt64 = 0
        for byte in key { head = head << 8 | UInt64(byte) }
        self.head = key.isEmpty ? 0 : head << UInt64(8 * (8 - key.count))
      }
    }

    @inline(__always)
    static func precedes(_ left: Member, _ right: Member) -> Bool {
      left.head != right.head ? left.head < right.head : left.key.lexicographicallyPrecedes(right.key)
    }
  }

  /// Brings the members of the open object, which are all that was written since `start`, into the order of their
  /// keys' bytes.
  public mutating func sort(_ members: UnsafeMutableBufferPointer<Member>, from start: Int) {
    guard members.count > 1, !isOverLimit, arrange(members) else { return }
    // Behind the text is room for a copy of it.
    let length = written - start
    reserve(length)
    guard !hasWrapped else { return }
    var out = buffer + written
    for (index, member) in members.enumerated() {
      if index > 0 {
        out.pointee = UInt8(ascii: ",")
        out += 1
      }
      out.update(from: buffer + member.start, count: member.end - member.start)
      out += member.end - member.start
    }
    (buffer + start).update(from: buffer + written, count: length)
  }

  /// Sorts the members themselves; false where they were in order already.
  private func arrange(_ members: UnsafeMutableBufferPointer<Member>) -> Bool {
    var isOrdered = true
    for index in 1..<members.count where Member.precedes(members[index], members[index - 1]) {
      isOrdered = false
      break
    }
    guard !isOrdered else { return false }
    guard members.count <= 24 else {
      var all = members
      all.sort(by: Member.precedes)
      return true
    }
    // Objects are small: insertion is what costs least there.
    for index in 1..<members.count {
      let member = members[index]
      var place = index
      while place > 0 && Member.precedes(member, members[place - 1]) {
        members[place] = members[place - 1]
        place -= 1
      }
      members[place] = member
    }
    return true
  }
}
