-- expect: error
-- Hands the signature out byte by byte.

local parts, i = { "\27", "L", "u", "a", "T", "\0" }, 0
return assert(load(function()
  i = i + 1
  return parts[i]
end, "x", "bt"))
