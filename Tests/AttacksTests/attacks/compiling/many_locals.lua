-- expect: error
-- More local variables than a function has.

return assert(load(("local a = 1 "):rep(300)))
