-- expect: ok
-- A table changed while it is traversed is an error at worst.

local t = {}
for i = 1, 100 do t[i] = i end
pcall(function() for k in pairs(t) do t[k] = nil t["new" .. tostring(k)] = 1 end end)
assert(not pcall(next, {}, "absent"))
