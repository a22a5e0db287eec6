-- expect: limit-time
-- An insertion that would move 2^62 elements.

table.insert(setmetatable({}, { __len = function() return 1 << 62 end }), 1, "x")
