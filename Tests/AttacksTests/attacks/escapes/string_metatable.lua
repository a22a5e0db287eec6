-- expect: ok
-- The methods of all strings cannot be replaced through a string.

local mt = getmetatable("")
assert(type(mt) ~= "table")
assert(not pcall(function() mt.__index = { upper = print } end))
assert(not pcall(setmetatable, "", {}))
assert(("x"):upper() == "X")
