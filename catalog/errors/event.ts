import { type ErrorDefinition, quote } from "./define.ts"

/** Schedules, webhooks, forms and events: what makes a bot act by itself. */
export const eventErrors = {
  "event.too_deep": {
    status: 409,
    retry: "never",
    title: "Events start each other in a circle",
    detail: (f: { limit: number }) =>
      `This would be the run number ${f.limit + 1} in a chain in which each run was started by the one before it; a chain may have ${f.limit}.`,
    fix: "Find the event, webhook or trigger that leads back to itself, and let it stop there.",
  },
  "event.backlog_full": {
    status: 429,
    retry: "later",
    title: "Too many events wait",
    detail: (f: { limit: number }) =>
      `${f.limit} events of this bot wait to be run; no further one is taken.`,
    fix: "Wait until they have run. Publish fewer events at once, or handle several in one run.",
  },
  "schedule.refused": {
    status: 422,
    retry: "changed",
    title: "Not a time",
    detail: (f: { text: string; reason: string; line?: number }) =>
      `${f.line === undefined ? "" : `Line ${f.line}: `}${quote(f.text)} does not say when. ${f.reason}`,
    fix: 'Write words such as "every monday at 9am", or cron with five or six fields such as "0 9 * * MON".',
  },
  "schedule.limit": {
    status: 409,
    retry: "changed",
    title: "Too many schedules",
    detail: (f: { limit: number }) => `A bot may have ${f.limit} schedules.`,
    fix: "Remove schedules that are not needed, or let one schedule do several things.",
  },
  "schedule.not_found": {
    status: 404,
    retry: "never",
    title: "No such schedule",
    detail: () => "There is no schedule with this id.",
    fix: "Load the list again; publishing may have replaced it.",
  },
  "webhook.not_found": {
    status: 404,
    retry: "never",
    title: "No such webhook",
    detail: () => "There is no webhook at this address.",
    fix: "Copy the whole address from the bot's settings: its key changes when it is renewed.",
  },
  "webhook.signature_refused": {
    status: 401,
    retry: "changed",
    title: "Signature refused",
    detail: (f: { reason: string }) => `The request is not signed as this bot asks: ${f.reason}.`,
    fix: "Sign the time in seconds, a full stop and the body as it is sent with the bot's signing secret (HMAC-SHA256), and send it as Botwright-Signature: t=<time>,v1=<hex>.",
  },
  "webhook.failed": {
    status: 500,
    retry: "later",
    title: "The webhook's program failed",
    detail: () => "The program behind this webhook ended with an error.",
    fix: "Look at the run in the bot's log; what happened is not told to the caller.",
  },
  "form.not_found": {
    status: 404,
    retry: "never",
    title: "No such form",
    detail: (f: { form: string }) => `The bot takes no form ${quote(f.form)}.`,
    fix: "Use the name that stands behind ON FORM SUBMIT in the bot, and publish it.",
  },
  "setting.refused": {
    status: 422,
    retry: "changed",
    title: "Setting refused",
    detail: (f: { problem: string }) => f.problem,
    fix: "Change the name or the value, or remove settings that are not needed.",
  },
} as const satisfies Record<string, ErrorDefinition>
