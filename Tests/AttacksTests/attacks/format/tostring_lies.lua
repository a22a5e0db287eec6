-- expect: error
-- A `__tostring` that does not answer with a string.

return string.format("%s", setmetatable({}, { __tostring = function() return {} end }))
