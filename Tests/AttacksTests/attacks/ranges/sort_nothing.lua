-- expect: limit-time
-- A sort of a thousand million elements that are not there.

table.sort(setmetatable({}, { __len = function() return 1 << 30 end, __index = function() return 1 end, __newindex = function() end }))
