-- expect: ok
-- No userdata hangs from the globals but the null of JSON.

local seen = {}
local function walk(t)
  if seen[t] then return end
  seen[t] = true
  for k, v in next, t do
    assert(type(k) ~= "userdata" and type(k) ~= "thread")
    assert(type(v) ~= "thread")
    if type(v) == "userdata" then assert(v == json.null, k) end
    if type(v) == "table" then walk(v) end
  end
end
walk(_G)
