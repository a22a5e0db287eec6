-- expect: error
-- A yield with nobody to take it.

coroutine.yield("to whom?")
