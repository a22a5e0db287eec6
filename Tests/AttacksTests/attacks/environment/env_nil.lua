-- expect: error
-- No environment at all.

local _ENV = nil
return print
