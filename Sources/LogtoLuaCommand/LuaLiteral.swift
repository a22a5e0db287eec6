// A JSON value as Lua source text: what `call` hands to the bridge, nulls and empty lists included.

import JSON

enum LuaLiteral {
  static func text(_ value: JSONValue) -> String {
    switch value {
    case .null: "json.null"
    case .bool(let flag): flag ? "true" : "false"
    case .integer(let number): number == .min ? "math.mininteger" : String(number)
    case .number(let number): number.description
    case .string(let string): quoted(string)
    case .array(let items): "json.array{" + items.map(text).joined(separator: ",") + "}"
    case .object(let members):
      "json.object{" + members.map { "[\(quoted($0.key))]=\(text($0.value))" }.joined(separator: ",") + "}"
    }
  }

  private static func quoted(_ string: String) -> String {
    var result = "\""
    for byte in string.utf8 {
      switch byte {
      case 32...126 where byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte)
        result += "\\" + String(repeating: "0", count: 3 - digits.count) + digits
      }
    }
    return result + "\""
  }
}
