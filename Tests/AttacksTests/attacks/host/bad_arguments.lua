-- expect: ok
-- Arguments of every kind are refused before anything is sent.

for _, v in ipairs { 1, "x", true, print, coroutine.create(print), json.null, { [{}] = 1 }, { user_id = {} }, { user_id = print }, { 1, 2 } } do
  local ok = pcall(logto.get_user, v)
  assert(not ok)
end
