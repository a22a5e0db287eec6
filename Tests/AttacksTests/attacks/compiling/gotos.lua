-- expect: error
-- Very many labels and jumps to them.

local parts = {}
for i = 1, 20000 do parts[i] = "goto l" .. i end
return assert(load(table.concat(parts, " ")))
