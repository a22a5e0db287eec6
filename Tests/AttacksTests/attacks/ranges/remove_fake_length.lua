-- expect: limit-time
-- A removal that would move 2^62 elements.

table.remove(setmetatable({}, { __len = function() return 1 << 62 end }), 1)
