-- expect: limit-output
-- One print of megabytes.

print(("x"):rep(4 << 20))
