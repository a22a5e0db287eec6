// Numbers: an integer of 64 bits stays one; what has a fraction or an exponent, or is larger, is a double.
import CJSON

extension Scan {
  @inline(__always)
  mutating func number() -> Bool {
    let start = p
    let isNegative = p.pointee == UInt8(ascii: "-")
    var q = isNegative ? p + 1 : p
    let digits = q
    var mantissa: UInt64 = 0
    while true {
      let digit = q.pointee &- UInt8(ascii: "0")
      if digit > 9 { break }
      mantissa = mantissa &* 10 &+ UInt64(digit)
      q += 1
    }
    let length = q - digits
    if q.pointee == UInt8(ascii: ".") || q.pointee | 0x20 == UInt8(ascii: "e") || length > 18 || length == 0 {
      return slowNumber(start, isNegative: isNegative)
    }
    if length > 1 && digits.pointee == UInt8(ascii: "0") { return slowNumber(start, isNegative: isNegative) }
    // At most 18 digits: exact, and larger than 60 bits only from 576,460,752,303,423,488 on.
    let value = isNegative ? 0 &- Int64(bitPattern: mantissa) : Int64(bitPattern: mantissa)
    p = q
    integer(value)
    return true
  }

  @inline(__always)
  private mutating func integer(_ value: Int64) {
    if (value &<< 4) &>> 4 == value {
      emit(CJSON_SMALL, UInt64(bitPattern: value) & 0x0FFF_FFFF_FFFF_FFFF)
    } else {
      emit(CJSON_INTEGER, 0)
      words[count] = UInt64(bitPattern: value)
      count &+= 1
    }
  }

  @inline(never)
  private mutating func slowNumber(_ start: UnsafePointer<UInt8>, isNegative: Bool) -> Bool {
    var q = isNegative ? start + 1 : start
    let digits = q
    var mantissa: UInt64 = 0
    var overflows = false
    func isDigit(_ c: UInt8) -> Bool { c &- UInt8(ascii: "0") <= 9 }
    func add(_ c: UInt8) {
      let (product, high) = mantissa.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.addingReportingOverflow(UInt64(c &- UInt8(ascii: "0")))
      if high || carry { overflows = true }
      mantissa = sum
    }
    p = q
    guard isDigit(q.pointee) else { return stop("a number needs a digit here") }
    while isDigit(q.pointee) {
      add(q.pointee)
      q += 1
    }
    if digits.pointee == UInt8(ascii: "0") && q - digits > 1 { return stop("a number cannot begin with 0") }
    if q.pointee != UInt8(ascii: ".") && q.pointee | 0x20 != UInt8(ascii: "e"), !overflows {
      if !isNegative && mantissa <= UInt64(Int64.max) {
        p = q
        integer(Int64(mantissa))
        return true
      }
      if isNegative && mantissa <= UInt64(Int64.max) + 1 {
        p = q
        integer(Int64(truncatingIfNeeded: 0 &- mantissa))
        return true
      }
    }
    var exponent = 0
    if q.pointee == UInt8(ascii: ".") {
      q += 1
      p = q
      guard isDigit(q.pointee) else { return stop("a digit is missing after the point") }
      while isDigit(q.pointee) {
        add(q.pointee)
        q += 1
      }
      exponent = p - q
    }
    if q.pointee | 0x20 == UInt8(ascii: "e") {
      q += 1
      let isDown = q.pointee == UInt8(ascii: "-")
      if isDown || q.pointee == UInt8(ascii: "+") { q += 1 }
      p = q
      guard isDigit(q.pointee) else { return stop("a digit is missing in the exponent") }
      var power = 0
      while isDigit(q.pointee) {
        if power < 1_000_000 { power = power * 10 + Int(q.pointee &- UInt8(ascii: "0")) }
        q += 1
      }
      exponent += isDown ? -power : power
    }
    var value = 0.0
    if !overflows && mantissa <= 1 << 53 && exponent >= -22 && exponent <= 22 {
      value = cjson_scale(Double(mantissa), Int32(exponent))
      if isNegative { value = -value }
    } else if !parseNumber(start, q, &value) {
      p = start
      return stop("the number is too large for a double")
    }
    p = q
    emit(CJSON_NUMBER, 0)
    words[count] = value.bitPattern
    count &+= 1
    return true
  }

  private func parseNumber(_ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ value: inout Double) -> Bool {
    start.withMemoryRebound(to: CChar.self, capacity: end - start) { text in
      cjson_parse_number(text, text + (end - start), &value)
    }
  }
}
