-- expect: ok
-- `require` finds no file by a path, an absolute name or a search path.

for _, name in ipairs { "../../etc/passwd", "/etc/passwd", "io", "os", "debug", "package", "ffi", "socket", "..", "", "a\0b", "./x",
  "json/../io" } do
  local ok, m = pcall(require, name)
  assert(not ok or (m ~= nil and type(m) ~= "userdata" and (type(m) ~= "table" or (m.open == nil and m.execute == nil))), name)
end
