import { defineCommand } from "./define.ts"

export const fill = defineCommand({
  name: "FILL",
  forms: ["FILL {first}, {second}[ TO {path}]", "FILL {first} TO {path}", "FILL {first}"],
  effect: "outside",
  group: "data",
  summary: "Fills the {{names}} of a text, an object, or a DOCX, XLSX, HTML or text file.",
  params: {
    first: { kind: "any", doc: "The template: a file, a text or an object; or the values." },
    second: { kind: "any", doc: "The values, or a list of them; or the template." },
    path: { kind: "any", doc: "Where the filled file goes." },
  },
  result: "any",
  binding: "loose",
  raises: ["file.not_found", "file.path_refused", "file.quota_reached"],
  example:
    'letter = FILL "Dear {{name}}, see you on {{day}}.", {name: "Ana", day: "Monday"}\nTALK letter',
  canvas: {
    icon: "forms",
    family: "data",
    titleKey: "steps.fill",
    inPalette: true,
    snippet: 'letter = FILL "Dear {{name}}", {name: "Ana"}',
  },
})
