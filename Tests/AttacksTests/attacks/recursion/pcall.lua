-- expect: error
-- Catchers within catchers until there is no stack.

local function f() local ok, e = pcall(f) error(e, 0) end
f()
