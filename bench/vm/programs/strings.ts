import type { BenchProgram } from "../program.ts"

export const strings: BenchProgram = {
  name: "strings",
  does: "200,000 appends to a text that starts anew at 1,000 characters",
  basic: `
text = ""
chars = 0
FOR i = 1 TO 200000
  text = text + "ab"
  IF LEN(text) >= 1000 THEN
    chars = chars + LEN(text)
    text = ""
  END IF
NEXT
RETURN chars`,
  javascript: `
let text = ""
let chars = 0
for (let i = 1; i <= 200000; i++) {
  text = text + "ab"
  if (text.length >= 1000) {
    chars = chars + text.length
    text = ""
  }
}
return chars`,
  lua: `
local text = ""
local chars = 0
for i = 1, 200000 do
  text = text .. "ab"
  if #text >= 1000 then
    chars = chars + #text
    text = ""
  end
end
return chars`,
}
