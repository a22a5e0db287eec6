-- expect: error
-- A length over what can be sorted.

table.sort(setmetatable({}, { __len = function() return math.maxinteger end }))
