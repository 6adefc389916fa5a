import type { ErrorCode } from "../errors.ts"

/** What is said of requests that could not be taken, and of keys; part of the table of `errors.test.ts`. */
export const requestSentences = {
  "request.malformed": [{ expected: "JSON" }, "The body of the request is not JSON."],
  "request.refused": [
    { problems: ["name must be text", "there is no field extra"] },
    "name must be text; there is no field extra.",
  ],
  "request.org_missing": [
    undefined,
    "The request does not say for which organization it is meant, or says it twice.",
  ],
  "request.origin_refused": [
    { origin: "https://evil.example" },
    "Requests from https://evil.example are not accepted here.",
  ],
  "request.path_unknown": [{ method: "GET", path: "/x" }, "There is no GET /x."],
  "request.method_refused": [{ method: "PUT", path: "/x" }, "/x does not take PUT."],
  "request.key_reused": [undefined, "This Idempotency-Key was used before with another body."],
  "request.in_progress": [
    undefined,
    "A request with this Idempotency-Key is being done at this moment.",
  ],
  "key.missing": [undefined, "The request carries no API key."],
  "key.refused": [
    undefined,
    "There is no such API key, or it was revoked, has expired, or the person who made it has left the organization.",
  ],
  "key.scope_missing": [
    { permission: "bots.update" },
    "This needs the permission bots.update, which the API key does not have.",
  ],
  "key.bots_limited": [
    undefined,
    "This concerns the whole organization, and the API key is limited to some bots.",
  ],
  "key.not_found": [undefined, "There is no API key with this id that you may change."],
  "key.limit": [{ max: 100 }, "An organization has at most 100 API keys at a time."],
  "request.too_large": [
    { limitBytes: 65536 },
    "The body of the request is larger than 65536 bytes.",
  ],
  "request.type_refused": [{ type: "text/xml" }, "A body of type text/xml is not taken here."],
  "request.too_many": [
    { retryAfterSeconds: 12 },
    "More requests came than are allowed; the next one is taken in 12 seconds.",
  ],
} satisfies Partial<Record<ErrorCode, readonly [facts: unknown, sentence: string]>>
