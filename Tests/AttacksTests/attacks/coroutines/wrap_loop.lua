-- expect: limit-time
-- Endless work inside a coroutine.

coroutine.wrap(function() while true do end end)()
