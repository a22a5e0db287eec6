-- expect: error
-- A yield across a substitution.

coroutine.wrap(function() return ("x"):gsub("x", coroutine.yield) end)()
