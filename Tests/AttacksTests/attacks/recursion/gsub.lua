-- expect: error
-- Substitution within substitution, on the C stack.

local function f(s) return (s:gsub(".", f)) end
return f("x")
