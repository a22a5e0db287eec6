-- expect: error
-- A right-associative chain, which the parser walks by recursion.

return assert(load("local a = '' return " .. ("a .. "):rep(300) .. "a"))
