-- expect: limit-time
-- A plain search for a needle that almost fits everywhere.

local hay, needle = ("a"):rep(8 << 20), ("a"):rep(4 << 20) .. "b"
return hay:find(needle, 1, true)
