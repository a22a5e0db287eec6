-- expect: error
-- A yield out of a message handler.

coroutine.wrap(function() assert(xpcall(error, function() coroutine.yield() end, "x")) end)()
