-- expect: ok
-- What prints tables shows no address either.

local t = { print, {}, coroutine.create(print), f = function() end, [print] = 1 }
assert(not inspect(t):find("0x%x%x%x%x%x"))
print(t)
