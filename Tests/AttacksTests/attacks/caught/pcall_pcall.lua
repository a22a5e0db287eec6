-- expect: limit-time
-- Catchers that catch catchers, without a function of the script's own.

local f = pcall
while f(pcall, pcall, pcall, error) do end
