-- expect: ok
-- Widths and precisions over two digits are refused before C sees them.

for _, f in ipairs { "%100d", "%.100f", "%1000s", "%999999999d", "%-100x", "%.999s", "%0100d" } do
  assert(not pcall(string.format, f, 1))
end
assert(#string.format("%99.99f", 1e308) > 300)
