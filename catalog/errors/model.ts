import type { ErrorDefinition } from "./define.ts"

/** Accounts with providers of models, and tools. */
export const modelErrors = {
  "model.account_not_found": {
    status: 404,
    retry: "never",
    title: "No such account",
    detail: () => "There is no account with a provider of models under this id.",
    fix: "Load the models of the organization again and pick one of its accounts.",
  },
  "model.accounts_full": {
    status: 409,
    retry: "changed",
    title: "Too many accounts",
    detail: (f: { max: number }) => `There may be ${f.max} accounts with providers of models.`,
    fix: "Remove one that is not used any more.",
  },
  "tool.key_refused": {
    status: 401,
    retry: "never",
    title: "Key refused",
    detail: () => "The tools of this bot are for programs that send its key.",
    fix: "Send the key of the bot's webhook addresses as Authorization: Bearer <key>.",
  },
  "tool.description_refused": {
    status: 422,
    retry: "changed",
    title: "Description cannot be read",
    detail: (f: { problem: string }) => `The description of the service ${f.problem}.`,
    fix: "Use an OpenAPI 3 document as JSON, with the operations the bot needs.",
  },
  "tool.service_not_found": {
    status: 404,
    retry: "never",
    title: "No such service",
    detail: () => "This bot has no service under this id.",
    fix: "Load the services of the bot again and pick one of them.",
  },
  "model.key_missing": {
    status: 422,
    retry: "changed",
    title: "Key is missing",
    detail: (f: { provider: string; host: string }) =>
      `${f.provider} needs a key for ${f.host}; a key that was given for another address is not used.`,
    fix: "Enter the key that the provider gave you for this address.",
  },
} satisfies Record<string, ErrorDefinition>
