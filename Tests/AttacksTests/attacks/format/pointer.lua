-- expect: ok
-- `%p` and friends show no address.

for _, v in ipairs { {}, print, coroutine.create(print), "a string", ("x"):rep(1000) } do
  local s = string.format("%p", v)
  assert(not s:find("0x%x%x%x%x%x"), s)
  assert(#s < 20)
end
assert(string.format("%p", 1) == "(null)")
