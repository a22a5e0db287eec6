-- expect: error
-- The uncaught error is an object whose text raises.

error(setmetatable({}, { __tostring = function() error("again") end }))
