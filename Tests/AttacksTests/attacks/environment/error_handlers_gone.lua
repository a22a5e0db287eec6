-- expect: error
-- The report of an error does without anything of the script's.

for k in pairs(_G) do _G[k] = nil end
local t = nil
return t.x
