-- expect: ok
-- `print` and the error report do not ask a replaced `tostring`.

tostring = function() while true do end end
print(1, {}, "x")
pcall(function() string.format = nil end)
print(2.5)
