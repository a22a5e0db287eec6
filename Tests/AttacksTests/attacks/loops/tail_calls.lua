-- expect: limit-time
-- Calls that never return and never deepen the stack.

local function f(n) return f(n + 1) end
return f(0)
