-- expect: error
-- More results than the stack has room for.

return table.unpack({}, 1, 1e7)
