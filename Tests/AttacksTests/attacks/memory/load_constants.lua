-- expect: limit-memory
-- A chunk that is mostly constants, compiled again and again and kept.

local chunks = {}
while true do
  local parts = {}
  for i = 1, 200 do parts[i] = "'" .. ("c"):rep(3000) .. #chunks .. "_" .. i .. "'" end
  chunks[#chunks + 1] = assert(load("return {" .. table.concat(parts, ",") .. "}"))
end
