-- expect: ok
-- Damaged globals do not damage the functions of the library.

local real = { pcall = pcall, assert = assert, tostring = tostring }
for k in pairs(_G) do if k ~= "_G" and not real[k] then pcall(rawset, _G, k, nil) end end
real.assert(("x"):rep(3) == "xxx")
