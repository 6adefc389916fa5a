import type { ErrorDefinition } from "./define.ts"

/** The server itself. */
export const serverErrors = {
  "server.stopping": {
    status: 503,
    retry: "later",
    title: "Server is stopping",
    detail: () => "The server is about to stop and takes no new requests.",
    fix: "Try again in a moment.",
  },
  "server.unavailable": {
    status: 503,
    retry: "later",
    title: "Server cannot answer now",
    detail: (f: { part: string }) => `A part of the server does not answer: ${f.part}.`,
    fix: "Try again in a moment. /health/ready shows which part it is.",
  },
  "service.not_set_up": {
    status: 422,
    retry: "changed",
    title: "Service is not set up",
    detail: (f: { keyword: string; setting: string }) =>
      `${f.keyword} needs a service that is not set up for this bot: its setting ${f.setting} is empty.`,
    fix: "Fill in the setting that the sentence names, in the settings of the bot. A script can take the failure with ON ERROR.",
  },
  "internal.unexpected": {
    status: 500,
    retry: "later",
    title: "Something broke on our side",
    detail: (f: { requestId: string }) =>
      `The server met a problem it did not expect (request ${f.requestId}).`,
    fix: "Try again. If it happens again, tell whoever runs this server the request id.",
  },
} as const satisfies Record<string, ErrorDefinition>
