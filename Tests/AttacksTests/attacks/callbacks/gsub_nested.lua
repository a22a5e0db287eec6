-- expect: limit-time
-- Replacements within replacements within replacements.

local s = ("x"):rep(1000)
return (s:gsub("x", function() return (s:gsub("x", function() return (s:gsub("x", "y")) end)) end))
