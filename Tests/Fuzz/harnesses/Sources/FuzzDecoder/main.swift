// The input is a text. The promises: the scanner accepts what the oracle accepts; a value comes back from its own text,
// compact and pretty; a script's json.decode, and an answer of the host's under a schema, accept the same texts; what
// json.encode makes of the value decodes to the same again; nothing is left of the state.
import FuzzSupport
import JSON
import LuaRuntime

let script = Array(
  """
  local ok, value = pcall(json.decode, given(1))
  local same, answer = pcall(given, 2)
  show(ok, same)
  if not ok then return end
  local first = json.encode(value, {sorted = true})
  show(first)
  show(json.encode(json.decode(first), {sorted = true}))
  show(json.encode(json.decode(json.encode(value, {pretty = true})), {sorted = true}))
  show(json.encode(answer, {sorted = true}))
  inspect(value)
  inspect(answer)
  if type(answer) == 'table' then pcall(function() return answer.absent, answer.a, #answer, answer[1] end) end
  """.utf8)
let schemas = FuzzSchemas()

func check(_ text: [UInt8]) throws {
  let isJSON = Oracle.accepts(text)
  let value = try? JSONValue.parse(text)
  promise((value != nil) == isJSON, isJSON ? "JSON is refused" : "what is no JSON is accepted")
  if let value {
    promise(try JSONValue.parse(value.encoded()) == value, "the value does not come back")
    promise(try JSONValue.parse(value.encoded(pretty: true)) == value, "the value does not come back when it is pretty")
  }
  var accepted: [Bool?] = []
  var texts: [[UInt8]] = []
  let root = text.first == UInt8(ascii: "[") ? FuzzSchemas.list : FuzzSchemas.object
  let failure = FuzzHost.run(
    script, Limits(time: nil), schemas: schemas, giving: [.string(text), .json(text, schema: root)]
  ) { values in
    if accepted.isEmpty { accepted = [values.bool(0), values.bool(1)] } else { texts.append(values.bytes(0) ?? []) }
  }
  promise(failure == nil, "the script failed: \(failure.map { "\($0)" } ?? "")")
  promise(accepted == [isJSON, isJSON], "json.decode or an answer differs: \(accepted), \(isJSON)")
  promise(texts.count == (isJSON ? 4 : 0), "\(texts.count) texts")
  promise(texts.dropFirst().allSatisfy { $0 == texts[0] }, "json.encode does not come back")
}

fuzz(check)
