// Dates of HTTP headers and cookies, without a calendar library.

/// Reads the three forms of RFC 9110 §5.6.7, and what cookies make of them (RFC 6265 §5.1.1): day, month name, year
/// and time in whatever order and punctuation.
enum HTTPDate {
  /// Seconds since 1970 in UTC; `nil` where a part is missing or out of range.
  static func read(_ text: String) -> Double? {
    guard text.utf8.count <= 100 else { return nil }
    var time: (Int, Int, Int)?
    var day: Int?
    var month: Int?
    var year: Int?
    for token in text.split(whereSeparator: { !($0.isLetter || $0.isNumber || $0 == ":") || !$0.isASCII }) {
      if time == nil, let read = clock(token) {
        time = read
      } else if month == nil, let read = monthNumber(token) {
        month = read
      } else if let number = Int(token) {
        if day == nil, token.utf8.count <= 2 { day = number } else if year == nil { year = fullYear(number, token) }
      }
    }
    guard let time, let day, let month, let year, (1...31).contains(day), (1601...9999).contains(year) else {
      return nil
    }
    let days = daysSince1970(year: year, month: month, day: day)
    return Double(days * 86400 + time.0 * 3600 + time.1 * 60 + time.2)
  }

  private static func clock(_ token: Substring) -> (Int, Int, Int)? {
    let parts = token.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 3, let hour = Int(parts[0]), let minute = Int(parts[1]), let second = Int(parts[2]),
      (0...23).contains(hour), (0...59).contains(minute), (0...60).contains(second)
    else { return nil }
    return (hour, minute, second)
  }

  private static func monthNumber(_ token: Substring) -> Int? {
    guard token.count >= 3 else { return nil }
    let names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    return names.firstIndex(of: token.prefix(3).lowercased()).map { $0 + 1 }
  }

  /// Two digits are 1970 to 2069 (RFC 6265 §5.1.1).
  private static func fullYear(_ number: Int, _ token: Substring) -> Int? {
    switch token.utf8.count {
    case 2: number < 70 ? 2000 + number : 1900 + number
    case 4: number
    default: nil
    }
  }

  /// The proleptic Gregorian calendar, counted in years that begin in March so that the leap day comes last.
  private static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}
