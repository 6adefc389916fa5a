import { defineCommand } from "./define.ts"

export const runJavascript = defineCommand({
  name: "RUN JAVASCRIPT",
  forms: ["RUN JAVASCRIPT {code}[ WITH FILE {file}]", "RUN JAVASCRIPT WITH FILE {file}"],
  effect: "outside",
  group: "ai",
  summary: "Runs a program in a sandbox and gives what it prints.",
  params: {
    code: { kind: "text", doc: "The program.", isLong: true },
    file: { kind: "any", doc: "A file the program may read." },
  },
  result: "text",
  binding: "loose",
  raises: ["service.not_set_up"],
  example: 'TALK RUN JAVASCRIPT "console.log(6 * 7)"',
  canvas: {
    icon: "code",
    family: "ai",
    titleKey: "steps.command",
  },
})
