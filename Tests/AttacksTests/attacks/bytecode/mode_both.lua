-- expect: error
-- Asks for both kinds.

return assert(load("\27LuaT\0", "x", "bt"))
