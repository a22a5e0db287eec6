-- expect: ok
-- Nor does the text of an error.

local function plain(s) assert(type(s) ~= "string" or not s:find("0x%x%x%x%x%x"), s) end
for _, v in ipairs { {}, print, coroutine.create(print), json.null } do
  plain(select(2, pcall(error, v)))
  plain(select(2, pcall(function() return v + 1 end)))
  plain(select(2, pcall(function() return v .. "x" end)))
  plain(select(2, pcall(function() return v < v end)))
  plain(select(2, pcall(string.rep, v)))
  plain(select(2, pcall(function() return #v end)))
end
