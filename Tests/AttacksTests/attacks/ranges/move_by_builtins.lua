-- expect: limit-time
-- The elements are read and written by functions of the library, in which no hook looks at the time.
local source = setmetatable({}, { __index = type })
local target = setmetatable({}, { __newindex = rawequal })
table.move(source, 1, 1 << 60, 1, target)
