-- expect: limit-memory
-- A move from a table that has everything.

table.move(setmetatable({}, { __index = function(_, k) return k end }), 1, 1 << 40, 1, {})
