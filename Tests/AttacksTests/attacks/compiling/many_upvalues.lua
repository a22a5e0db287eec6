-- expect: error
-- More upvalues than a function has.

local parts = {}
for i = 1, 150 do parts[i] = "local v" .. i .. " = 1" end
local middle = {}
for i = 1, 150 do middle[i] = "local w" .. i .. " = 1" end
local uses = {}
for i = 1, 150 do uses[i] = "v" .. i .. "+w" .. i end
return assert(load(table.concat(parts, " ") .. " return function() " .. table.concat(middle, " ") .. " return function() return "
  .. table.concat(uses, "+") .. " end end"))
