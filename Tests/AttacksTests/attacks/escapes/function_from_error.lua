-- expect: ok
-- No object of the host comes along with an error.

for _, f in ipairs { string.rep, table.concat, setmetatable, load, next, select, tonumber, string.format, coroutine.resume } do
  local ok, e = pcall(f)
  if not ok then assert(type(e) == "string" or type(e) == "table") end
  if type(e) == "table" then for _, v in next, e do assert(type(v) ~= "function" and type(v) ~= "userdata") end end
end
