-- expect: ok
-- No type but tables takes a metatable.

for _, v in ipairs { 1, "s", true, print, coroutine.create(print) } do assert(not pcall(setmetatable, v, {})) end
assert(not pcall(setmetatable, json.null, {}))
