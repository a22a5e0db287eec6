-- expect: error
-- A format that asks for more arguments than there are.

return string.format(("%s"):rep(250), table.unpack({}, 1, 200))
