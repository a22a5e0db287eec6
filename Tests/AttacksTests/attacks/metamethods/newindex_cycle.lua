-- expect: error
-- Two tables, each the other's `__newindex`.

local a, b = {}, {}
setmetatable(a, { __newindex = b })
setmetatable(b, { __newindex = a })
a.x = 1
