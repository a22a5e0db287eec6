-- expect: ok
-- Raw access does not reach behind a protected table.

local ok = pcall(rawset, string, "upper", function() return "mine" end)
assert(("x"):upper() == "X" or ok)
assert(rawget(io, "open") == nil and rawget(os, "execute") == nil and rawlen({ 1, 2 }) == 2 and rawequal(_G, _G))
