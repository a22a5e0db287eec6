-- logto.try.NAME: an answer of the tenant that says no (kind `http`, below 500: not found, exists already, refused)
-- comes back as nil and the error. Everything else is raised still, so that a typing error, an ended token or a
-- lost connection never counts as "skipped".
local host = ...

local function settle(ok, ...)
  if ok then return ... end
  local err = ...
  if type(err) == "table" and err.kind == "http" and err.status and err.status < 500 then return nil, err end
  error(err, 0)
end

-- The functions of one account's `logto`.
local function attempts(logto)
  return setmetatable({}, {
    __index = function(self, name)
      local called = logto[name]
      if type(called) ~= "function" then return called end
      local function attempt(...) return settle(pcall(called, ...)) end
      rawset(self, name, attempt)
      return attempt
    end,
  })
end

-- `logto` for the default account, `logto@2` for another.
return setmetatable({}, {
  __index = function(self, name)
    local table = attempts(host[name])
    rawset(self, name, table)
    return table
  end,
})
