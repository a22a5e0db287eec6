-- parallel.map, parallel.all, parallel.settle: branches that wait at the same time, on one thread.
--
-- A branch is a coroutine whose waits come here as numbers (host.branch, host.resume, host.close). This scheduler
-- waits for any of them by a call of the host like any other, so that branches may have branches.
local host = ...
local branch, resume, close = host.branch, host.resume, host.close
local array = json.array

-- Calls task(index) for 1…count, `limit` of them at a time. `done(index, value)` and `failed(index, err)` hear how
-- each ended; where `failed` answers true, the rest is given up and the error raised.
local function schedule(count, limit, task, done, failed)
  local waiting, active, started, failure = {}, 0, 0, nil

  local function advance(handle, index, state, value)
    if state == "wait" then
      waiting[value] = { handle = handle, index = index }
      return
    end
    active = active - 1
    if state == "done" then
      done(index, value)
      return
    end
    value = close(handle)
    if failed(index, value) and not failure then failure = { value = value } end
  end

  local function numbers()
    local list = {}
    for number in pairs(waiting) do list[#list + 1] = number end
    return list
  end

  -- Calls under way are given up, writes that are on their way waited for, and the branches closed.
  local function give_up()
    host.abandon(numbers())
    for _, entry in pairs(waiting) do close(entry.handle) end
    error(failure.value, 0)
  end

  while true do
    while active < limit and started < count and not failure do
      started, active = started + 1, active + 1
      local handle = branch(task)
      advance(handle, started, resume(handle, started))
    end
    if failure then give_up() end
    if active == 0 then return end
    for _, number in ipairs(host.wait_any(numbers())) do
      local entry = waiting[number]
      waiting[number] = nil
      if failure then
        close(entry.handle)
      else
        advance(entry.handle, entry.index, resume(entry.handle))
      end
    end
  end
end

local function check(name, list, options, default)
  if type(list) ~= "table" then host.fail("parallel." .. name .. " takes a list first, not a " .. type(list)) end
  if options ~= nil and type(options) ~= "table" then
    host.fail("the options of parallel." .. name .. " are a table, such as { concurrency = 8 }")
  end
  for key in pairs(options or {}) do
    if key ~= "concurrency" then
      host.fail("parallel." .. name .. " has no option '" .. tostring(key) .. "': there is only 'concurrency'")
    end
  end
  local limit = options and options.concurrency or default
  if math.type(limit) ~= "integer" or limit < 1 then
    host.fail("'concurrency' is a whole number from 1, not " .. tostring(limit))
  end
  return limit
end

local function check_functions(name, functions)
  for index = 1, #functions do
    if type(functions[index]) ~= "function" then
      host.fail("parallel." .. name .. " takes a list of functions; [" .. index .. "] is a " .. type(functions[index]))
    end
  end
end

local M = {}

-- The results of fn(element, index) in the order of the list.
function M.map(list, fn, options)
  local limit = check("map", list, options, 8)
  if type(fn) ~= "function" then host.fail("parallel.map takes a function second, not a " .. type(fn)) end
  local results = array{}
  schedule(#list, limit, function(index) return fn(list[index], index) end, function(index, value)
    results[index] = value
  end, function() return true end)
  return results
end

-- The results of all functions, in order.
function M.all(functions, options)
  local limit = check("all", functions, options, 64)
  check_functions("all", functions)
  local results = array{}
  schedule(#functions, limit, function(index) return functions[index]() end, function(index, value)
    results[index] = value
  end, function() return true end)
  return results
end

-- How each function ended: { ok = true, value = … } or { ok = false, error = … }.
function M.settle(functions, options)
  local limit = check("settle", functions, options, 64)
  check_functions("settle", functions)
  local results = array{}
  schedule(#functions, limit, function(index) return functions[index]() end, function(index, value)
    results[index] = { ok = true, value = value }
  end, function(index, err)
    results[index] = { ok = false, error = err }
  end)
  return results
end

return M
