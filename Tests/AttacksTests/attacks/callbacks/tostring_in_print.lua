-- expect: limit-time
-- `print` asks a value for its text.

print(setmetatable({}, { __tostring = function() while true do end end }))
