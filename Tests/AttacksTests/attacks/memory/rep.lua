-- expect: limit-memory
-- One string over the limit.

return ("x"):rep(1 << 30)
