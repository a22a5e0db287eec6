-- expect: ok
-- What says that it can yield can; what cannot says so.

coroutine.wrap(function()
  assert(coroutine.isyieldable())
  table.sort({ 2, 1, 3 }, function(a, b)
    assert(not pcall(coroutine.yield))
    return a < b
  end)
end)()
