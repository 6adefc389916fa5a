import { defineCommand } from "./define.ts"

export const downloadFile = defineCommand({
  name: "DOWNLOAD",
  forms: ["DOWNLOAD {file}[ AS {name}][ TO {recipient}]", "DOWNLOAD {file}, {path}"],
  effect: "outside",
  group: "files",
  summary:
    "Fetches an address into a file, gives a file to the person, or gives the address of a file.",
  params: {
    file: { kind: "any", doc: "An address of the internet, a path, or a file value." },
    path: { kind: "any", doc: "Where to keep it in the drive." },
    name: {
      kind: "text",
      words: ["LINK"],
      doc: "What to call it; LINK gives the address of the file instead.",
    },
    recipient: { kind: "any", doc: "Who gets it; the person of this conversation." },
  },
  result: "any",
  binding: "loose",
  raises: ["file.not_found", "file.path_refused", "outbound.unreachable"],
  example: 'report = DOWNLOAD "https://example.org/report.pdf"\nTALK "Fetched " + report.name',
  canvas: {
    icon: "cloud-download",
    family: "connect",
    titleKey: "steps.download_file",
    inPalette: true,
    snippet: 'file = DOWNLOAD "https://example.org/report.pdf"',
  },
})
