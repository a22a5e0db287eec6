-- expect: error
-- No error object at all.

error(nil)
