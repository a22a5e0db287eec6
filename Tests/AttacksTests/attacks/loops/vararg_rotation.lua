-- expect: limit-time
-- Rotates arguments through a variadic function for ever.

local function rotate(a, ...) return rotate(..., a) end
return rotate(1, 2, 3, 4, 5)
