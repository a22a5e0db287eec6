-- expect: limit-source
-- A source over the cap.

return assert(load(("x = 1\n"):rep(1 << 20)))
