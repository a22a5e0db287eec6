-- expect: error
-- A chunk that loads a chunk that loads a chunk.

local function f() return load(function() return f() end)() end
f()
