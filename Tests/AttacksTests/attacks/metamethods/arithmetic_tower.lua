-- expect: limit-time
-- Every operator of a value answers with the same value, for ever.

local v = setmetatable({}, {})
local mt = getmetatable(v)
for _, event in ipairs { "__add", "__sub", "__mul", "__div", "__idiv", "__mod", "__pow", "__unm", "__band", "__shl", "__bnot" } do
  mt[event] = function(a) return a end
end
repeat v = ((v + 1) * v // ~v << -v) & v until v == nil
