-- Lists, page by page: logto.each, logto.all, logto.count, logto.find.
-- `host` is what this file may ask of the program; every page it asks for goes the way of every other call.
local host = ...
local array, null = json.array, json.null

-- The options without `limit`, for the account whose functions these are.
local function settle(options, account)
  local rest, limit = {}, nil
  if options ~= nil then
    if type(options) ~= "table" then host.fail("the options are a table, such as { limit = 10 }") end
    for key, value in pairs(options) do
      if key == "limit" then limit = value else rest[key] = value end
    end
  end
  if rest.account == nil then rest.account = account end
  return rest, limit
end

local function elements(list, answer)
  if list.key then return answer[list.key] or array{} end
  return answer
end

-- Each step gives one page's elements. The next page is asked for while this one is used. A short page is the
-- last one, and so is the one that reaches the total (unless that is capped) or the limit.
local function pages(list, name, args, options, size, limit)
  local page, ended, ticket, last_total = 0, false, nil, nil
  local removals = host.removals()
  return function()
    if ended then return nil end
    page = page + 1
    local answer, total, capped = host.take_page(ticket or host.start_page(name, args, options, page, size))
    if last_total and total and total < last_total and host.removals() > removals then
      host.shrunk(name, last_total, total)
    end
    last_total = total or last_total
    local items = elements(list, answer)
    ended = #items < size or (total ~= nil and not capped and page * size >= total)
      or (limit ~= nil and page * size >= limit)
    ticket = not ended and host.start_page(name, args, options, page + 1, size) or nil
    return items
  end
end

local function batches(name, args, options, size, limit)
  local list = host.open_list(name, args, options)
  if list.paged then return pages(list, name, args, options, size, limit) end
  local done = false
  return function()
    if done then return nil end
    done = true
    return elements(list, host.whole_list(name, args, options))
  end
end

local function each(name, args, options)
  local next_batch = batches(name, args, options, 100)
  local items, index = array{}, 0
  return function()
    index = index + 1
    while items[index] == nil do
      items, index = next_batch(), 1
      if not items then
        items = array{}
        return nil
      end
    end
    return items[index]
  end
end

local function all(name, args, options, limit)
  if limit ~= nil and (math.type(limit) ~= "integer" or limit < 0) then
    host.fail("'limit' is a whole number from 0, not " .. tostring(limit))
  end
  local result, count = array{}, 0
  local size = limit and limit < 100 and limit > 0 and limit or 100
  for items in batches(name, args, options, size, limit) do
    for index = 1, #items do
      if count == limit then return result end
      count = count + 1
      result[count] = items[index]
    end
  end
  return result
end

local function count(name, args, options)
  local list = host.open_list(name, args, options)
  if list.paged then
    local _, total, capped = host.take_page(host.start_page(name, args, options, 1, 1))
    if total and not capped then return total end
  end
  local number = 0
  for items in batches(name, args, options, 100) do number = number + #items end
  return number
end

-- The arguments with a search added, where the program knows that what it leaves out cannot match.
local function narrowed(name, where, args)
  local key = host.narrowing(name, where, args)
  if not key then return args end
  local copy = {}
  for name, value in pairs(args or {}) do copy[name] = value end
  copy.search, copy.mode = { [key] = where[key] }, "exact"
  return copy
end

-- The one element whose fields equal `where` exactly; json.null stands for a field that is null or absent.
local function find(name, where, args, options)
  host.check_where(name, where)
  local found
  for item in each(name, narrowed(name, where, args), options) do
    local equal = true
    for key, value in pairs(where) do
      local field = item[key]
      if not (field == value or value == null and field == nil) then
        equal = false
        break
      end
    end
    if equal and found ~= nil then host.found("several", name, where) end
    if equal then found = item end
  end
  if found == nil then host.found("none", name, where) end
  return found
end

-- The four functions for one account; nil is the default one.
local function library(account)
  return {
    each = function(name, args, options) return each(name, args, (settle(options, account))) end,
    all = function(name, args, options)
      local rest, limit = settle(options, account)
      return all(name, args, rest, limit)
    end,
    count = function(name, args, options) return count(name, args, (settle(options, account))) end,
    find = function(name, where, args, options) return find(name, where, args, (settle(options, account))) end,
  }
end

-- `each` is the default account's function, `each@staging` that of another.
local libraries = {}
return setmetatable(library(nil), {
  __index = function(_, field)
    local name, account = string.match(field, "^(%a+)@(.+)$")
    if not name then return nil end
    libraries[account] = libraries[account] or library(account)
    return libraries[account][name]
  end,
})
