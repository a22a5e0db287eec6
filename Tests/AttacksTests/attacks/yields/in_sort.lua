-- expect: error
-- A yield across the sort of the library.

coroutine.wrap(function() table.sort({ 2, 1 }, coroutine.yield) end)()
