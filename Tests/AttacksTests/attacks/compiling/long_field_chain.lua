-- expect: error
-- A chain of fields whose name the error message would spell out.

return assert(load("local a return a" .. (".b"):rep(100000)))()
