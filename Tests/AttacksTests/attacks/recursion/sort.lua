-- expect: error
-- Sorting within sorting, on the C stack.

local function less() table.sort({ 1, 2, 3 }, less) return true end
less()
