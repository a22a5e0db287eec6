-- expect: limit-time
-- No single loop is long; together they never end.

local n = 0
for a = 1, 1e4 do for b = 1, 1e4 do for c = 1, 1e4 do for d = 1, 10 do n = n + 1 end end end end
