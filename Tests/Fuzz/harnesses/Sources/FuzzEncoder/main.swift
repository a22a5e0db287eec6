// The input says how a script builds a value. The promises: json.encode refuses what is no JSON, and writes of the rest
// the text that the plain writer makes of it, byte for byte when sorted; the same value unsorted, pretty and from the
// host's side; nothing is left of the state.
import FuzzSupport
import JSON
import LuaRuntime

let head = Array(
  """
  local T = {}
  local function f(word) return (string.unpack('<d', string.pack('<i8', word))) end

  """.utf8)
let tail = """

  local ok, text = pcall(json.encode, value)
  show(ok, value)
  inspect(value)
  if ok then
    show(text)
    show(json.encode(value, {sorted = true}))
    show(json.encode(value, {pretty = true}))
  end
  """
let schemas = FuzzSchemas()

func encoded(_ value: LuaArguments, _ index: Int, schema: SchemaID) -> [UInt8]? {
  var writer = JSONWriter()
  do throws(EncodingError) {
    try value.encode(index, schema: schema, schemas: schemas, root: "body", sorted: true, into: &writer)
  } catch {
    return nil
  }
  return writer.finish()
}

func check(_ bytes: [UInt8]) throws {
  var builder = Builder(bytes)
  let (expression, node, _) = builder.value()
  let isJSON = !node.isRefused && node.depth <= 128
  var expected: [UInt8] = []
  if isJSON { node.write(to: &expected) }
  let script = head + builder.statements + Array("local value = \(expression)".utf8) + Array(tail.utf8)
  var accepted: Bool?
  var texts: [[UInt8]] = []
  let failure = FuzzHost.run(script, Limits(time: nil, memory: .megabytes(512)), schemas: schemas, giving: []) {
    values in
    guard accepted == nil else { return texts.append(values.bytes(0) ?? []) }
    accepted = values.bool(0)
    let text = encoded(values, 1, schema: .none)
    promise(text == (isJSON ? expected : nil), "the host's side writes something else")
    let directed = encoded(values, 1, schema: FuzzSchemas.object)
    promise((directed != nil) == isJSON, "a schema changes what is refused")
  }
  promise(failure == nil, "the script failed: \(failure.map { "\($0)" } ?? "")")
  promise(accepted == isJSON, isJSON ? "a value is refused" : "what is no JSON is written")
  guard isJSON else { return }
  promise(texts.count == 3, "\(texts.count) texts")
  promise(texts[1] == expected, "json.encode writes something else")
  promise(texts.allSatisfy { Oracle.accepts($0) }, "json.encode writes what is no JSON")
  let value = try JSONValue.parse(expected)
  promise(try texts.allSatisfy { try JSONValue.parse($0) == value }, "unsorted or pretty is another value")
}

fuzz(check)
