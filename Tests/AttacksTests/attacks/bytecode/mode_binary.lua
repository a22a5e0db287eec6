-- expect: error
-- Asks for binary chunks outright.

return assert(load("\27Lua", "x", "b"))
