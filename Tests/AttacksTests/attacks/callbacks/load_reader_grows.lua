-- expect: limit-source
-- A reader that hands out one long expression.

load(function() return "x='" .. ("y"):rep(1000) .. "' z={" end)
