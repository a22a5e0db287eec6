-- expect: limit-result
-- A result of megabytes.

return ("x"):rep(2 << 20)
