-- expect: error
-- A length that is a lie.

return table.concat(setmetatable({}, { __len = function() return math.maxinteger end }))
