-- What the VM does most, a row a name: `vm.lua NAME` prints the CPU seconds that the loop took, and nothing else.
local rows = {}

function rows.fib()
  local function fib(n)
    if n < 2 then return n end
    return fib(n - 1) + fib(n - 2)
  end
  assert(fib(30) == 832040)
end

function rows.loops()
  local sum, product = 0, 1.0
  for i = 1, 10000000 do
    if i % 3 == 0 then sum = sum + i else product = product * 1.0000001 end
  end
  local left = 3000000
  while left > 0 do left = left - 1 end
  assert(sum == 16666668333333 and product > 1 and left == 0)
end

-- Small tables made, filled and dropped.
function rows.table()
  local sum = 0
  for _ = 1, 100 do
    local list = {}
    for i = 1, 2000 do list[i] = { id = i, name = "user", tags = { i, i + 1 } } end
    for _, user in ipairs(list) do sum = sum + user.tags[2] end
  end
  assert(sum == 100 * (2000 * 2001 // 2 + 2000))
end

function rows.closures()
  local function counter(step)
    local count = 0
    return function() count = count + step return count end
  end
  local sum = 0
  for i = 1, 500000 do
    local next = counter(i)
    next()
    sum = sum + next()
  end
  assert(sum == 500000 * 500001)
end

-- Strings joined from parts, few at a time and then many.
rows["string building"] = function()
  local size = 0
  for round = 1, 40 do
    local parts = {}
    for i = 1, 4000 do parts[i] = "user-" .. i .. "@" .. round .. ".example" end
    size = size + #table.concat(parts, ",")
  end
  local text = ""
  for i = 1, 4000 do text = text .. i end
  assert(size == 3279680 and #text == 14893)
end

function rows.pcall()
  local function ok(x) return x end
  local function fails(x) error(x, 0) end
  local sum = 0
  for i = 1, 600000 do
    local _, x = pcall(ok, i)
    sum = sum + x
  end
  for _ = 1, 150000 do
    local _, x = pcall(fails, 1)
    sum = sum + x
  end
  assert(sum == 600000 * 600001 // 2 + 150000)
end

rows["coroutine switches"] = function()
  local sum = 0
  local co = coroutine.create(function()
    for i = 1, 400000 do coroutine.yield(i) end
  end)
  for _ = 1, 400000 do
    local _, i = coroutine.resume(co)
    sum = sum + i
  end
  local next = coroutine.wrap(function()
    while true do coroutine.yield(1) end
  end)
  for _ = 1, 400000 do sum = sum + next() end
  assert(sum == 400000 * 400001 // 2 + 400000)
end

rows["coroutines made"] = function()
  local sum = 0
  for i = 1, 100000 do
    local next = coroutine.wrap(function(a) coroutine.yield(a) return 1 end)
    sum = sum + next(i) + next()
  end
  assert(sum == 100000 * 100001 // 2 + 100000)
end

if arg[1] == "--names" then
  for name in pairs(rows) do print(name) end
  return
end
local row = assert(rows[arg[1]], "no such row")
local start = os.clock()
row()
print(os.clock() - start)
