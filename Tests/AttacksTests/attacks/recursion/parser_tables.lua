-- expect: error
-- A table constructor nested the same way.

return assert(load("return " .. ("{"):rep(5000) .. ("}"):rep(5000)))
