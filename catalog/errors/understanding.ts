import { type ErrorDefinition, quote } from "./define.ts"

/** Intents, entities and what was misunderstood. */
export const understandingErrors = {
  "understanding.not_found": {
    status: 404,
    retry: "never",
    title: "Not there",
    detail: (f: { id: string }) => `This bot has no ${quote(f.id)}; it may have been deleted.`,
    fix: "Load the page again.",
  },
  "understanding.changed": {
    status: 409,
    retry: "changed",
    title: "Changed meanwhile",
    detail: (f: { name: string }) => `Somebody else has changed ${quote(f.name)} meanwhile.`,
    fix: "Load the page again and make the change anew.",
  },
  "understanding.name_taken": {
    status: 409,
    retry: "changed",
    title: "Name already taken",
    detail: (f: { name: string }) => `This bot has ${quote(f.name)} already.`,
    fix: "Choose another name.",
  },
  "understanding.too_many": {
    status: 409,
    retry: "changed",
    title: "No room for more",
    detail: (f: { limit: number; what: "intents" | "examples" | "entities" }) =>
      `A bot has at most ${f.limit} ${f.what}.`,
    fix: "Delete what is no longer needed.",
  },
  "understanding.pattern_refused": {
    status: 422,
    retry: "changed",
    title: "Pattern cannot be read",
    detail: (f: { problem: string }) => `The pattern cannot be read. ${f.problem}`,
    fix: "Use letters, figures, [a-z], groups, |, * + ?, {2,4}, ^ and $.",
  },
} as const satisfies Record<string, ErrorDefinition>
