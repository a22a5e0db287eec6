-- Runs a chunk of the generator and shows what comes of it, or the error, as one text. The same in both states.
local format, pack, concat, type, pcall, load, mathtype = string.format, table.pack, table.concat, type, pcall, load, math.type

local function show(v, depth)
  local kind = type(v)
  if kind == "string" then
    if #v > 3000 then return "<" .. #v .. v:sub(1, 100) .. v:sub(-100) .. ">" end
    return format("%q", v)
  elseif kind == "number" then
    return mathtype(v) .. format("%q", v)
  elseif kind == "table" then
    if depth > 2 then return "{...}" end
    local parts = {}
    for i = 1, math.min(rawget(v, "n") or rawlen(v), 300) do parts[i] = show(rawget(v, i), depth + 1) end
    return "{" .. concat(parts, ",") .. "}"
  elseif kind == "nil" or kind == "boolean" then
    return tostring(v)
  end
  return kind
end

function compare(code)
  local results = pack(pcall(assert(load(code, "=chunk"))))
  local parts = {}
  for i = 1, math.min(results.n, 300) do parts[i] = show(results[i], 0) end
  return concat(parts, "|")
end
