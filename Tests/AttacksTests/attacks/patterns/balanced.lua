-- expect: limit-time
-- A `%b` that never balances, from every start.

return (("("):rep(4 << 20)):find("%b()")
