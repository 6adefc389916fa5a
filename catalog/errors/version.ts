import { type ErrorDefinition, quote } from "./define.ts"

/** Versions, previews and the bin. */
export const versionErrors = {
  "version.not_found": {
    status: 404,
    retry: "never",
    title: "No such version",
    detail: (f: { version: string }) => `This bot has no version ${quote(f.version)}.`,
    fix: "Open the history of the bot and pick one of the versions there.",
  },
  "version.limit": {
    status: 402,
    retry: "changed",
    title: "Too many saved versions",
    detail: (f: { limit: number }) =>
      `A bot may have ${f.limit} saved versions besides those that were published.`,
    fix: "Delete some that are not needed any more in the history.",
  },
  "version.nothing_staged": {
    status: 409,
    retry: "changed",
    title: "Nothing is staged",
    detail: () => "This bot has no version in staging.",
    fix: "Publish to staging first.",
  },
  "preview.not_found": {
    status: 404,
    retry: "never",
    title: "Link no longer works",
    detail: () => "There is no preview behind this link: it has expired, or was closed.",
    fix: "Ask whoever sent it for a new link.",
  },
  "preview.password_refused": {
    status: 403,
    retry: "changed",
    title: "Password not right",
    detail: () => "This preview opens with a password, and it is not the one that was given.",
    fix: "Ask whoever sent the link for its password.",
  },
  "preview.broken": {
    status: 409,
    retry: "later",
    title: "Draft has errors",
    detail: (f: { count: number }) =>
      `The draft behind this preview has ${f.count} errors at the moment, so it cannot be tried.`,
    fix: "Try again once its makers have put it right.",
  },
  "preview.limit": {
    status: 402,
    retry: "changed",
    title: "Too many preview links",
    detail: (f: { limit: number }) => `A bot may have ${f.limit} preview links at a time.`,
    fix: "Close links that are not needed any more.",
  },
  "bin.entry_gone": {
    status: 404,
    retry: "never",
    title: "Not in the bin",
    detail: () => "This is not in the bin any more: it was brought back, or deleted for good.",
    fix: "Load the bin again.",
  },
} as const satisfies Record<string, ErrorDefinition>
