import type { BenchProgram } from "../program.ts"

export const maps: BenchProgram = {
  name: "maps",
  does: "100,000 counts under 2,000 text keys, then their sum by members of an object",
  basic: `
x = 7
counts = {}
FOR i = 1 TO 100000
  x = (x * 1103 + 12345) MOD 65536
  word = "k" + (x MOD 2000)
  counts[word] = counts[word] + 1
NEXT
total = {"sum": 0, "most": 0}
FOR i = 0 TO 1999
  n = counts["k" + i]
  total.sum = total.sum + n * i
  IF n > total.most THEN total.most = n
NEXT
RETURN total.sum + total.most`,
  javascript: `
let x = 7
const counts = new Map()
for (let i = 1; i <= 100000; i++) {
  x = (x * 1103 + 12345) % 65536
  const word = "k" + (x % 2000)
  counts.set(word, (counts.get(word) ?? 0) + 1)
}
const total = { sum: 0, most: 0 }
for (let i = 0; i < 2000; i++) {
  const n = counts.get("k" + i) ?? 0
  total.sum = total.sum + n * i
  if (n > total.most) total.most = n
}
return total.sum + total.most`,
  lua: `
local x = 7
local counts = {}
for i = 1, 100000 do
  x = (x * 1103 + 12345) % 65536
  local word = "k" .. (x % 2000)
  counts[word] = (counts[word] or 0) + 1
end
local total = { sum = 0, most = 0 }
for i = 0, 1999 do
  local n = counts["k" .. i] or 0
  total.sum = total.sum + n * i
  if n > total.most then total.most = n end
end
return total.sum + total.most`,
}
