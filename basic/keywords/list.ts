import { defineCommand } from "./define.ts"

export const listFiles = defineCommand({
  name: "LIST",
  forms: ["LIST {folder}[ FILTER {pattern}][ {depth}]"],
  effect: "data",
  group: "files",
  summary:
    "Lists the files of a folder: name, path, size, type, mime_type, modified and created of each.",
  params: {
    folder: { kind: "any", doc: "The folder; an empty text for the whole drive." },
    pattern: { kind: "text", doc: "Only names that fit, such as *.pdf." },
    depth: { kind: "word", words: ["RECURSIVE"], doc: "RECURSIVE looks into folders below too." },
  },
  result: "list",
  binding: "loose",
  raises: ["file.path_refused"],
  example:
    'WRITE "a" TO "in/one.txt"\nWRITE "b" TO "in/two.csv"\nFOR EACH f IN LIST "in/" FILTER "*.txt"\n  TALK f.name\nNEXT f',
  canvas: {
    icon: "list-details",
    family: "data",
    titleKey: "steps.list_files",
    inPalette: true,
    snippet: 'files = LIST "in/"',
  },
})
