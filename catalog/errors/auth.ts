import { type ErrorDefinition, seconds } from "./define.ts"

/** Who is asking, and whether they may. */
export const authErrors = {
  "auth.signed_out": {
    status: 401,
    retry: "changed",
    title: "Not signed in",
    detail: () =>
      "This needs a person who is signed in, and the request carries no session that is still open.",
    fix: "Sign in and try again.",
  },
  "auth.credentials_refused": {
    status: 401,
    retry: "changed",
    title: "E-mail address and password do not match",
    detail: () => "There is no account with this e-mail address and this password.",
    fix: "Check both and try again, or ask for a link to set a new password.",
  },
  "auth.locked": {
    status: 429,
    retry: "later",
    title: "Too many attempts",
    detail: (f: { retryAfterSeconds: number }) =>
      `Too many attempts to sign in; the next one is taken in ${seconds(f.retryAfterSeconds)}.`,
    fix: "Wait for that long, or ask for a link to set a new password.",
  },
  "auth.email_taken": {
    status: 409,
    retry: "changed",
    title: "E-mail address in use",
    detail: () => "There is already an account with this e-mail address.",
    fix: "Sign in with it, or use another address.",
  },
  "auth.link_spent": {
    status: 410,
    retry: "changed",
    title: "Link no longer works",
    detail: () =>
      "This link was used, has expired, was never given out, or is meant for another account.",
    fix: "Sign in with the address it was sent to, or ask for a new link.",
  },
  "permission.denied": {
    status: 403,
    retry: "never",
    title: "Not allowed",
    detail: (f: { permission: string; actor: string }) =>
      `This needs the permission ${f.permission}, which the role ${f.actor} does not have.`,
    fix: "Ask an owner or admin of the organization to do it, or to change your role.",
  },
  "permission.role_above": {
    status: 403,
    retry: "never",
    title: "Role is above yours",
    detail: (f: { role: string; actor: string }) =>
      `A member with the role ${f.actor} cannot give, change or take away the role ${f.role}.`,
    fix: "Ask an owner of the organization to do it.",
  },
  "account.session_not_found": {
    status: 404,
    retry: "never",
    title: "No such session",
    detail: () => "You have no open session with this id.",
    fix: "Reload the list of sessions.",
  },
  "account.not_found": {
    status: 404,
    retry: "changed",
    title: "No such account",
    detail: (f: { email: string }) => `There is no account with the e-mail address ${f.email}.`,
    fix: "Check the address.",
  },
} as const satisfies Record<string, ErrorDefinition>
