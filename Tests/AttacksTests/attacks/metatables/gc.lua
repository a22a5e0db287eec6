-- expect: error
-- A finalizer is refused.

setmetatable({}, { __gc = function() end })
