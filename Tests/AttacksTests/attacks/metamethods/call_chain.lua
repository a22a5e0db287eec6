-- expect: error
-- A chain of `__call` a hundred thousand long, walked in one instruction.

local f = print
for _ = 1, 100000 do f = setmetatable({}, { __call = f }) end
f()
