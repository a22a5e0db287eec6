-- expect: limit-time
-- An iterator whose first step never returns.

for _ in (("x"):rep(5000)):gmatch("(x-)(x-)(x-)(x-)y") do end
