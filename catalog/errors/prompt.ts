import { type ErrorDefinition, quote } from "./define.ts"

/** Prompts of the library. */
export const promptErrors = {
  "prompt.not_found": {
    status: 404,
    retry: "never",
    title: "No such prompt",
    detail: (f: { name: string }) => `The library has no prompt ${quote(f.name)}.`,
    fix: "Check the name, or add the prompt to the library first.",
  },
  "prompt.version_not_found": {
    status: 404,
    retry: "never",
    title: "No such version",
    detail: (f: { name: string; number: number }) =>
      `The prompt ${quote(f.name)} has no version ${f.number}.`,
    fix: "Look at the versions of the prompt and name one of them.",
  },
  "prompt.name_taken": {
    status: 409,
    retry: "changed",
    title: "Name already taken",
    detail: (f: { name: string }) => `The library has a prompt ${quote(f.name)} already.`,
    fix: "Choose another name.",
  },
  "prompt.limit": {
    status: 409,
    retry: "changed",
    title: "No room for more",
    detail: (f: { max: number; what: "prompts" | "versions" }) =>
      `There is room for at most ${f.max} ${f.what === "prompts" ? "prompts in the library" : "versions of a prompt"}.`,
    fix: "Delete what is no longer used.",
  },
  "prompt.variable_missing": {
    status: 422,
    retry: "changed",
    title: "Value is missing",
    detail: (f: { name: string; variable: string }) =>
      `The prompt ${quote(f.name)} needs a value for {{${f.variable}}}.`,
    fix: "Give the value behind WITH VALUES, or a value for when none is given in the library.",
  },
  "prompt.variable_refused": {
    status: 422,
    retry: "changed",
    title: "Value does not fit",
    detail: (f: { name: string; variable: string; wanted: string }) =>
      `The prompt ${quote(f.name)} takes ${f.wanted} for {{${f.variable}}}.`,
    fix: "Give a value of this kind, or change the kind in the library.",
  },
  "prompt.split_refused": {
    status: 409,
    retry: "changed",
    title: "Comparison cannot begin",
    detail: (f: { problem: "running" | "same" | "none" }) => splitProblems[f.problem],
    fix: "End the comparison that runs, or choose two versions that differ.",
  },
} as const satisfies Record<string, ErrorDefinition>

const splitProblems = {
  running: "Two versions of this prompt are being compared already.",
  same: "A version cannot be compared with itself.",
  none: "No comparison of this prompt is running.",
}
