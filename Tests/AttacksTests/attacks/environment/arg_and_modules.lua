-- expect: ok
-- The tables of arguments and modules lead nowhere.

assert(arg == nil or type(arg) == "table")
for k, v in pairs(arg or {}) do assert(type(v) == "string") end
