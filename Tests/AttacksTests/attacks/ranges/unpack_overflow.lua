-- expect: error
-- A range whose length overflows.

return table.unpack({}, math.mininteger, math.maxinteger)
