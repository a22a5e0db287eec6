-- expect: limit-time
-- A `for` whose iterator never ends and never repeats.

local n = 0
for _ in function() n = n + 1 return n end do end
