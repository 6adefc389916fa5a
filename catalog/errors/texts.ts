import type { ErrorDefinition } from "./define.ts"

/** Texts of a bot in other languages, as a table. */
export const textErrors = {
  "texts.unreadable": {
    status: 422,
    retry: "changed",
    title: "Not a table of texts",
    detail: () => "The file has no column text, or no column named after a language.",
    fix: "Export the texts, write into the columns of the languages, such as pt or es, and choose that file.",
  },
} as const satisfies Record<string, ErrorDefinition>
