import { type ErrorDefinition, quote } from "./define.ts"

/** Flows that several people edit at once, and what they say about them. */
export const flowErrors = {
  "flow.too_large": {
    status: 413,
    retry: "changed",
    title: "Flow is too long",
    detail: (f: { most: number }) => `The text of a flow may have ${f.most} characters.`,
    fix: "Take out what is not needed, or move a part into another flow and call it.",
  },
  "flow.edit_refused": {
    status: 422,
    retry: "changed",
    title: "Edit was not taken",
    detail: (f: { reason: string }) =>
      `The edit would not leave a flow that can be opened (${f.reason}).`,
    fix: "Load the page again. What you wrote is kept in this browser and is brought together with the flow.",
  },
  "comment.not_found": {
    status: 404,
    retry: "never",
    title: "No such comment",
    detail: (f: { comment: string }) => `This bot has no comment ${quote(f.comment)}.`,
    fix: "Load the comments again; somebody may have deleted it.",
  },
  "comment.limit": {
    status: 402,
    retry: "changed",
    title: "Too many comments",
    detail: (f: { limit: number }) => `A bot may have ${f.limit} comments.`,
    fix: "Delete conversations that are resolved.",
  },
} as const satisfies Record<string, ErrorDefinition>
