-- expect: ok
-- Numbers at and over every edge.

for _, s in ipairs { "1e309", "-", "01", "1.", ".5", "0x10", "1e", "NaN", "Infinity", "--1", "+1", "1e99999999999999999999" } do
  local ok, v = pcall(json.decode, s)
  assert(not ok or v == math.huge or type(v) == "number")
end
assert(not pcall(json.encode, 0 / 0))
assert(not pcall(json.encode, math.huge))
