-- Calls and arithmetic. Prints the CPU seconds that the loop took, and nothing else.
local function fib(n)
  if n < 2 then return n end
  return fib(n - 1) + fib(n - 2)
end

local start = os.clock()
assert(fib(30) == 832040)
print(os.clock() - start)
