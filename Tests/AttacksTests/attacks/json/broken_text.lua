-- expect: ok
-- Broken documents and broken UTF-8 are errors.

for _, s in ipairs { "", "[", "{", '{"a"', '{"a":', '"', '"\\', '"\\u12', '"\\ud800"', "[1,]", "nul", "[1 2]", '{"a":1,}', "\0", "[]\0", '"\1"' } do
  assert(not pcall(json.decode, s) or s == '"\\ud800"', s)
end
assert(not pcall(json.encode, "\255"))
