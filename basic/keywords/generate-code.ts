import { defineCommand } from "./define.ts"

export const generateCode = defineCommand({
  name: "GENERATE CODE",
  forms: ["GENERATE CODE {length}"],
  effect: "recorded",
  group: "identity",
  summary: "Makes a number code to be used once, such as 482913.",
  params: {
    length: { kind: "number", min: 1, max: 20, doc: "How many digits." },
  },
  result: "text",
  binding: "tight",
  raises: ["basic.out_of_range"],
  example: 'code = GENERATE CODE 6\nTALK "Your code has " + LEN(code) + " digits."',
  canvas: {
    icon: "key",
    family: "data",
    titleKey: "steps.generate_code",
    inPalette: true,
    snippet: "code = GENERATE CODE 6",
  },
})
