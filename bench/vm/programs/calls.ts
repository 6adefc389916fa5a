import type { BenchProgram } from "../program.ts"

export const calls: BenchProgram = {
  name: "calls",
  does: "the 25th Fibonacci number by recursion, 242,785 calls",
  basic: `
RETURN fib(25)
FUNCTION fib(n)
  IF n < 2 THEN RETURN n
  RETURN fib(n - 1) + fib(n - 2)
END FUNCTION`,
  javascript: `
function fib(n) {
  if (n < 2) return n
  return fib(n - 1) + fib(n - 2)
}
return fib(25)`,
  lua: `
local function fib(n)
  if n < 2 then return n end
  return fib(n - 1) + fib(n - 2)
end
return fib(25)`,
}
