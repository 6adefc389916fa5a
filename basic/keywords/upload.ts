import { defineCommand } from "./define.ts"

export const uploadFile = defineCommand({
  name: "UPLOAD",
  forms: ["UPLOAD {file} TO {folder}[ AS {name}]", "UPLOAD {file}, {path}", "UPLOAD {file}"],
  effect: "outside",
  group: "files",
  summary: "Keeps a file that a person sent, or that was fetched, in the drive.",
  params: {
    file: { kind: "any", doc: "A file value, an address, or a path." },
    folder: { kind: "any", doc: "The folder to keep it in." },
    name: { kind: "text", doc: "What to call it; as it is called when left out." },
    path: { kind: "any", doc: "The path to keep it under." },
  },
  result: "map",

  raises: ["file.not_found", "file.path_refused", "file.quota_reached"],
  example:
    'f = DOWNLOAD "https://example.org/price-list.pdf"\nkept = UPLOAD f TO "prices" AS "may.pdf"\nTALK kept.path',
  canvas: {
    icon: "cloud-upload",
    family: "data",
    titleKey: "steps.upload_file",
    inPalette: true,
    snippet: 'kept = UPLOAD file TO "inbox"',
  },
})
