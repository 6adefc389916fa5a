import type { BenchProgram } from "../program.ts"

export const loop: BenchProgram = {
  name: "loop",
  does: "3,000,000 rounds of add and modulo",
  basic: `
s = 0
FOR i = 1 TO 3000000
  s = (s + i) MOD 1000
NEXT
RETURN s`,
  javascript: `
let s = 0
for (let i = 1; i <= 3000000; i++) s = (s + i) % 1000
return s`,
  lua: `
local s = 0
for i = 1, 3000000 do s = (s + i) % 1000 end
return s`,
}
