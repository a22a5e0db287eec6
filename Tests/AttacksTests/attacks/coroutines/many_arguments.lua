-- expect: error
-- More values than a stack holds, through a yield.

local co = coroutine.wrap(function(...)
  while true do coroutine.yield(...) end
end)
local t = {}
for i = 1, 200000 do t[i] = i end
return co(table.unpack(t))
