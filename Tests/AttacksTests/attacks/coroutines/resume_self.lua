-- expect: ok
-- A coroutine that resumes or closes itself, or its parent.

local main = coroutine.running()
local co
co = coroutine.create(function()
  assert(not coroutine.resume(co))
  assert(not pcall(coroutine.close, co))
  assert(not coroutine.resume(main))
  assert(not pcall(coroutine.close, main))
end)
assert(coroutine.resume(co))
