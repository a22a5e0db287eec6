-- expect: error
-- An error that holds itself a thousand deep.

local e = {}
e.e = e
for _ = 1, 1000 do e = { e, message = e } end
error(e)
