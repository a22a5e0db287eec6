-- expect: error
-- An expression nested deeper than the parser goes.

return assert(load("return " .. ("("):rep(10000) .. "1" .. (")"):rep(10000)))
