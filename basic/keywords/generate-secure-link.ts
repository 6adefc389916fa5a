import { defineCommand } from "./define.ts"

export const generateSecureLink = defineCommand({
  name: "GENERATE SECURE LINK",
  forms: ["GENERATE SECURE LINK {path}[ EXPIRES {count} {unit}]"],
  effect: "data",
  group: "files",
  summary: "Makes an address of a file that whoever has it may open, until it expires.",
  params: {
    path: { kind: "any", doc: "The file." },
    count: {
      kind: "number",
      min: 1,
      max: 100000,
      doc: "How long the address is good; a day when left out.",
    },
    unit: {
      kind: "word",
      words: ["MINUTES", "MINUTE", "HOURS", "HOUR", "DAYS", "DAY", "WEEKS", "WEEK"],
      doc: "Of what.",
    },
  },
  result: "text",
  binding: "loose",
  raises: ["file.not_found", "file.path_refused"],
  example:
    'WRITE "Terms" TO "terms.txt"\nlink = GENERATE SECURE LINK "terms.txt" EXPIRES 7 DAYS\nTALK "Read them here: " + link',
  canvas: {
    icon: "link",
    family: "data",
    titleKey: "steps.secure_link",
    inPalette: true,
    snippet: 'link = GENERATE SECURE LINK "terms.pdf" EXPIRES 7 DAYS',
  },
})
