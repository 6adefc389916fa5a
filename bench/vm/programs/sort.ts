import type { BenchProgram } from "../program.ts"

export const sort: BenchProgram = {
  name: "sort",
  does: "Shell's sort of a list of 10,000 numbers",
  basic: `
n = 10000
x = 42
list = []
FOR i = 0 TO n - 1
  x = (x * 1103 + 12345) MOD 65536
  list[i] = x
NEXT
gap = n \\ 2
WHILE gap > 0
  FOR i = gap TO n - 1
    held = list[i]
    j = i
    WHILE j >= gap AND list[j - gap] > held
      list[j] = list[j - gap]
      j = j - gap
    WEND
    list[j] = held
  NEXT
  gap = gap \\ 2
WEND
sum = 0
FOR i = 0 TO n - 1
  sum = (sum * 31 + list[i]) MOD 65521
NEXT
RETURN sum`,
  javascript: `
const n = 10000
let x = 42
const list = []
for (let i = 0; i < n; i++) {
  x = (x * 1103 + 12345) % 65536
  list[i] = x
}
let gap = n >> 1
while (gap > 0) {
  for (let i = gap; i < n; i++) {
    const held = list[i]
    let j = i
    while (j >= gap && list[j - gap] > held) {
      list[j] = list[j - gap]
      j = j - gap
    }
    list[j] = held
  }
  gap = gap >> 1
}
let sum = 0
for (let i = 0; i < n; i++) sum = (sum * 31 + list[i]) % 65521
return sum`,
  lua: `
local n = 10000
local x = 42
local list = {}
for i = 0, n - 1 do
  x = (x * 1103 + 12345) % 65536
  list[i] = x
end
local gap = n // 2
while gap > 0 do
  for i = gap, n - 1 do
    local held = list[i]
    local j = i
    while j >= gap and list[j - gap] > held do
      list[j] = list[j - gap]
      j = j - gap
    end
    list[j] = held
  end
  gap = gap // 2
end
local sum = 0
for i = 0, n - 1 do sum = (sum * 31 + list[i]) % 65521 end
return sum`,
}
