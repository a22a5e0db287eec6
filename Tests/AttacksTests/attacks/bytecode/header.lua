-- expect: error
-- A chunk that begins like a compiled one.

return assert(load("\27Lua\x54\0\x19\x93\r\n\x1a\n\4\8\8" .. ("x"):rep(100)))
