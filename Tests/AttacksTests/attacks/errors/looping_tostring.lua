-- expect: limit-time
-- The uncaught error is an object whose text loops.

error(setmetatable({}, { __tostring = function() while true do end end }))
