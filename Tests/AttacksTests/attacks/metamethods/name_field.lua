-- expect: error
-- A `__name` of megabytes in an error message.

local t = setmetatable({}, { __name = ("n"):rep(4 << 20) })
string.rep(t)
