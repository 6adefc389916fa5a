import { defineCommand } from "./define.ts"

export const generatePdf = defineCommand({
  name: "GENERATE PDF",
  forms: [
    "GENERATE PDF {template}, {data}, {path}",
    "GENERATE PDF {path} WITH TEMPLATE {template} DATA {data}",
  ],
  effect: "outside",
  group: "files",
  summary: "Makes a PDF from a text or a template file with {{names}} to fill in.",
  params: {
    template: {
      kind: "any",
      doc: "A template file (text, Markdown, HTML or DOCX), or the text itself.",
      isLong: true,
    },
    data: { kind: "any", doc: "The values for the names." },
    path: { kind: "any", doc: "The PDF to make." },
  },
  result: "map",

  raises: ["file.not_found", "file.path_refused", "file.quota_reached"],
  example:
    'GENERATE PDF "# Invoice {{number}}" + CHR(10) + "Dear {{name}}, you owe {{sum}}.", {number: 7, name: "Ana", sum: "49.90"}, "invoices/7.pdf"\nTALK "Your invoice is ready."',
  canvas: {
    icon: "file-text",
    family: "data",
    titleKey: "steps.generate_pdf",
    inPalette: true,
    snippet: 'pdf = GENERATE PDF "# Hello {{name}}", {name: "Ana"}, "hello.pdf"',
  },
})
