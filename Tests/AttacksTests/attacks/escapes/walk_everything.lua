-- expect: ok
-- Nothing dangerous is reachable from the globals by any path of tables and metatables.

local banned = { execute = 1, exit = 1, getenv = 1, popen = 1, open = 1, loadlib = 1, searchers = 1, cpath = 1, dump = 1,
  sethook = 1, getregistry = 1, getupvalue = 1, setupvalue = 1, upvaluejoin = 1, getlocal = 1, setmetatable_raw = 1,
  getinfo = 1, traceback = 1, loadfile = 1, dofile = 1, setlocale = 1 }
local seen, queue = {}, { _G }
while #queue > 0 do
  local t = table.remove(queue)
  if not seen[t] then
    seen[t] = true
    local mt = getmetatable(t)
    if type(mt) == "table" then queue[#queue + 1] = mt end
    local k, v = next(t)
    while k ~= nil do
      assert(not (banned[k] and type(v) == "function") or not pcall(v, "x"), k)
      if type(v) == "table" then queue[#queue + 1] = v end
      k, v = next(t, k)
    end
  end
end
