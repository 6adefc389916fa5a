import { defineCommand } from "./define.ts"

export const runBash = defineCommand({
  name: "RUN BASH",
  forms: ["RUN BASH {code}[ WITH FILE {file}]", "RUN BASH WITH FILE {file}"],
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
  example: 'TALK RUN BASH "echo 42"',
  canvas: {
    icon: "code",
    family: "ai",
    titleKey: "steps.command",
  },
})
