import type { ErrorDefinition } from "./define.ts"

/** Accounts with providers of models. */
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
  "model.key_missing": {
    status: 422,
    retry: "changed",
    title: "Key is missing",
    detail: (f: { provider: string; host: string }) =>
      `${f.provider} needs a key for ${f.host}; a key that was given for another address is not used.`,
    fix: "Enter the key that the provider gave you for this address.",
  },
} satisfies Record<string, ErrorDefinition>
