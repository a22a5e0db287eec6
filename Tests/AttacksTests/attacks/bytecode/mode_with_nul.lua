-- expect: error
-- A mode whose text ends early for C.

return assert(load("\27LuaT", "x", "t\0b"))
