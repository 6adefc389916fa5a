import { defineCommand } from "./define.ts"

export const compressFiles = defineCommand({
  name: "COMPRESS",
  forms: ["COMPRESS {files} TO {path}", "COMPRESS {files}, {path}"],
  effect: "outside",
  group: "files",
  summary: "Packs files or folders into a zip archive.",
  params: {
    files: { kind: "any", doc: "A path, a file value, or a list of them." },
    path: { kind: "any", doc: "The archive." },
  },
  result: "map",

  raises: ["file.not_found", "file.path_refused", "file.quota_reached"],
  example:
    'WRITE "a" TO "in/one.txt"\nzip = COMPRESS "in" TO "all.zip"\nTALK zip.file_count + " packed"',
  canvas: {
    icon: "stack",
    family: "data",
    titleKey: "steps.compress",
    inPalette: true,
    snippet: 'COMPRESS "reports" TO "reports.zip"',
  },
})
