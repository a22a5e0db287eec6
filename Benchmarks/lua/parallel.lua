-- Reads arg[1] users: arg[2] at a time, or one after the other.
local count, concurrency = math.tointeger(arg[1]), math.tointeger(arg[2])
local ids, users = {}, {}
for i = 1, count do ids[i] = "u" .. i end
local function read(id) return logto.get_user{ user_id = id }.id end
if concurrency then
  users = parallel.map(ids, read, { concurrency = concurrency })
else
  for i, id in ipairs(ids) do users[i] = read(id) end
end
assert(#users == count)
