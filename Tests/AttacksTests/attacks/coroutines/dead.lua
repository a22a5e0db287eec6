-- expect: ok
-- The dead stay dead.

local co = coroutine.create(error)
assert(not coroutine.resume(co))
assert(not coroutine.resume(co))
assert(coroutine.status(co) == "dead")
assert(not coroutine.close(co))
assert(coroutine.close(co))
assert(not pcall(coroutine.wrap(error)))
