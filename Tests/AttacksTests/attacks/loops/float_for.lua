-- expect: limit-time
-- A counted loop whose step is lost in the rounding.

for x = 2.0 ^ 53, 2.0 ^ 53 + 4, 0.25 do end
for x = 1.0, math.huge do end
