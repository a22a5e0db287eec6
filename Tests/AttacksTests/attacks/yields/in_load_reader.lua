-- expect: error
-- A yield across the compiler.

coroutine.wrap(function() assert(load(coroutine.yield)) end)()
