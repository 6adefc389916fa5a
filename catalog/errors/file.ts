import { type ErrorDefinition, quote } from "./define.ts"

/** Files of bots and of conversations. */
export const fileErrors = {
  "file.not_found": {
    status: 404,
    retry: "never",
    title: "No such file",
    detail: (f: { path: string }) => `There is no file ${quote(f.path)}.`,
    fix: "Check the path: letters count as they are written, and folders are separated by a slash.",
  },
  "file.path_refused": {
    status: 422,
    retry: "changed",
    title: "Path cannot be used",
    detail: (f: { path: string }) => `${quote(f.path)} is not a path of this drive.`,
    fix: "Write names with a slash between, such as reports/may.pdf, without .. or ~ or * and at most 300 characters.",
  },
  "file.too_large": {
    status: 413,
    retry: "changed",
    title: "File too large",
    detail: (f: { limitBytes: number }) =>
      `A file may have ${megabytes(f.limitBytes)}; this one is larger.`,
    fix: "Send a smaller file, or several.",
  },
  "file.quota_reached": {
    status: 409,
    retry: "changed",
    title: "Storage is full",
    detail: (f: { limitBytes: number }) =>
      `The files of this organization take all of their ${megabytes(f.limitBytes)}.`,
    fix: "Delete files that are no longer needed; their room is free again a day later.",
  },
  "file.too_many": {
    status: 409,
    retry: "changed",
    title: "Too many files",
    detail: (f: { limit: number }) => `A bot keeps at most ${f.limit} files.`,
    fix: "Delete files that are no longer needed, or pack them into an archive.",
  },
  "file.type_refused": {
    status: 415,
    retry: "changed",
    title: "File of another kind",
    detail: (f: { type: string; wanted: string }) =>
      `The question wants ${f.wanted}, and this file is of type ${f.type}.`,
    fix: "Choose a file of the kind the bot asks for.",
  },
  "file.not_asked": {
    status: 409,
    retry: "later",
    title: "No file is asked for",
    detail: () => "The conversation does not wait for a file now.",
    fix: "Send a file when the bot asks for one.",
  },
  "file.name_taken": {
    status: 409,
    retry: "changed",
    title: "Name already taken",
    detail: (f: { path: string }) => `There is a file ${quote(f.path)} already.`,
    fix: "Choose another name, or delete that file first.",
  },
  "file.link_spent": {
    status: 404,
    retry: "never",
    title: "Address no longer works",
    detail: () => "This address of a file is over, or the file was deleted.",
    fix: "Ask whoever gave you the address for a new one.",
  },
} as const satisfies Record<string, ErrorDefinition>

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MB`
}
