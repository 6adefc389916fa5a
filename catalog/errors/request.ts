import { type ErrorDefinition, seconds } from "./define.ts"

/** A request that could not be taken as it came. */
export const requestErrors = {
  "request.malformed": {
    status: 400,
    retry: "changed",
    title: "Body could not be read",
    detail: (f: { expected: string }) => `The body of the request is not ${f.expected}.`,
    fix: "Send a body of that form, with the matching Content-Type header.",
  },
  "request.refused": {
    status: 400,
    retry: "changed",
    title: "Request not understood",
    detail: (f: { problems: readonly string[] }) => `${f.problems.join("; ")}.`,
    fix: "Correct the fields that are named and send the request again.",
  },
  "request.org_missing": {
    status: 400,
    retry: "changed",
    title: "No organization named",
    detail: () => "The request does not say for which organization it is meant, or says it twice.",
    fix: "Send the header x-botwright-org once, with the id of an organization you belong to.",
  },
  "request.origin_refused": {
    status: 403,
    retry: "changed",
    title: "Request came from another site",
    detail: (f: { origin: string }) => `Requests from ${f.origin} are not accepted here.`,
    fix: "Open the dashboard at its own address and try there. If that address changed, set PUBLIC_URL to it.",
  },
  "request.path_unknown": {
    status: 404,
    retry: "never",
    title: "Nothing at this address",
    detail: (f: { method: string; path: string }) => `There is no ${f.method} ${f.path}.`,
    fix: "Look the operation up in /api/v1/openapi.json.",
  },
  "request.method_refused": {
    status: 405,
    retry: "changed",
    title: "Method not offered",
    detail: (f: { method: string; path: string }) => `${f.path} does not take ${f.method}.`,
    fix: "Look the operation up in /api/v1/openapi.json.",
  },
  "request.key_reused": {
    status: 409,
    retry: "changed",
    title: "Idempotency key used before",
    detail: () => "This Idempotency-Key was used before with another body.",
    fix: "Use a new key for each new request; repeat a key only with exactly the same body.",
  },
  "request.in_progress": {
    status: 409,
    retry: "later",
    title: "Request is being done",
    detail: () => "A request with this Idempotency-Key is being done at this moment.",
    fix: "Repeat the request in a few seconds; it is then answered as the first one was.",
  },
  "request.too_large": {
    status: 413,
    retry: "changed",
    title: "Body too large",
    detail: (f: { limitBytes: number }) =>
      `The body of the request is larger than ${f.limitBytes} bytes.`,
    fix: "Send less at once.",
  },
  "request.type_refused": {
    status: 415,
    retry: "changed",
    title: "Content type not taken",
    detail: (f: { type: string }) => `A body of type ${f.type} is not taken here.`,
    fix: "Send JSON with the header Content-Type: application/json.",
  },
  "request.too_many": {
    status: 429,
    retry: "later",
    title: "Too many requests",
    detail: (f: { retryAfterSeconds: number }) =>
      `More requests came than are allowed; the next one is taken in ${seconds(f.retryAfterSeconds)}.`,
    fix: "Wait for that long. The Retry-After header carries the number of seconds.",
  },
} as const satisfies Record<string, ErrorDefinition>
