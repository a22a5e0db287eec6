-- expect: error
-- The signature behind a first line that files may have.

return assert(load("#!/usr/bin/lua\n\27LuaT\0\25\147\r\n\26\n", "@x", "bt"))
