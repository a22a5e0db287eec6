-- expect: error
-- Coroutines that resume coroutines.

local function f() return coroutine.wrap(f)() end
return f()
