-- expect: ok
-- What would read or write arguments of C is refused.

for _, f in ipairs { "%n", "%hn", "%*d", "%.*f", "%1$s", "%2$n", "%ls", "%lld", "%S", "%m", "%j", "%zd", "%Lf", "%C" } do
  assert(not pcall(string.format, f, 1, 2, 3), f)
end
