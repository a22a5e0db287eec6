-- expect: limit-memory
-- A packed string with a field of two gigabytes.

return string.pack("c2000000000", "")
