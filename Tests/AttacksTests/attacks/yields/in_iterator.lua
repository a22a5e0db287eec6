-- expect: ok
-- Yields from the iterator of a `for`, and from its closing value.

local got = {}
local co = coroutine.wrap(function()
  local closing = setmetatable({}, { __close = function() coroutine.yield("closing") end })
  for i in function(_, i) i = i + 1 coroutine.yield("step") if i < 3 then return i end end, nil, 0, closing do got[#got + 1] = i end
  return "end"
end)
local seen = {}
repeat seen[#seen + 1] = co() until seen[#seen] == "end"
assert(table.concat(seen, ",") == "step,step,step,closing,end" and #got == 2)
