-- expect: error
-- A conversion longer than any.

return string.format("%" .. ("-"):rep(1000) .. "d", 1)
