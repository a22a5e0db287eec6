-- expect: limit-memory
-- Objects that would come back from their finalizer.

local kept = {}
while true do
  local mt = {}
  local t = setmetatable({ ("x"):rep(1000) .. #kept }, mt)
  mt.__gc = function(o) kept[#kept + 1] = o end
  kept[#kept + 1] = t
end
