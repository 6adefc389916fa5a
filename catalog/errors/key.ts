import type { ErrorDefinition } from "./define.ts"

/** Keys of the API. */
export const keyErrors = {
  "key.missing": {
    status: 401,
    retry: "changed",
    title: "No API key",
    detail: () => "The request carries no API key.",
    fix: "Send the header Authorization: Bearer bw_... with a key from the settings of the organization.",
  },
  "key.refused": {
    status: 401,
    retry: "changed",
    title: "API key opens nothing",
    detail: () =>
      "There is no such API key, or it was revoked, has expired, or the person who made it has left the organization.",
    fix: "Look the key up in the settings of the organization, and make a new one where it no longer works.",
  },
  "key.scope_missing": {
    status: 403,
    retry: "changed",
    title: "API key may not do this",
    detail: (f: { permission: string }) =>
      `This needs the permission ${f.permission}, which the API key does not have.`,
    fix: "Use a key that has it, or make one in the settings of the organization.",
  },
  "key.bots_limited": {
    status: 403,
    retry: "changed",
    title: "API key is limited to some bots",
    detail: () => "This concerns the whole organization, and the API key is limited to some bots.",
    fix: "Use a key for all bots of the organization.",
  },
  "key.not_found": {
    status: 404,
    retry: "never",
    title: "No such API key",
    detail: () => "There is no API key with this id that you may change.",
    fix: "Reload the list of keys.",
  },
  "key.limit": {
    status: 402,
    retry: "changed",
    title: "Too many API keys",
    detail: (f: { max: number }) => `An organization has at most ${f.max} API keys at a time.`,
    fix: "Revoke keys that are not used, then make the new one.",
  },
} as const satisfies Record<string, ErrorDefinition>
