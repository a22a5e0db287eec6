-- expect: limit-time
-- Replacements within replacements within replacements.

local s = ("x"):rep(1000)
return (s:gsub("x", function()
  s:gsub("x", function()
    s:gsub("x", "y")
    return "y"
  end)
  return "y"
end))
