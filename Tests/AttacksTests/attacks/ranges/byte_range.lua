-- expect: error
-- All bytes of a long string as results.

return (("x"):rep(8 << 20)):byte(1, -1)
