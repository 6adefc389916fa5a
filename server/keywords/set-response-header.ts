import { setResponseHeader } from "#basic/keywords/set-response-header.ts"
import { handlerFor } from "./handler.ts"
import { EffectFailed } from "./step.ts"

const allowed = new Set(
  "content-type cache-control content-language etag last-modified retry-after".split(" "),
)
/** What a browser would act on; our answers set these themselves. */
const refused = new Set(
  "x-frame-options x-content-type-options x-xss-protection x-request-id x-accel-redirect x-sendfile".split(
    " ",
  ),
)
/** No page of a stranger may come from our address. */
const types =
  /^(?:application\/(?:[\w.-]+\+)?json|text\/(?:plain|csv|xml)|application\/xml)(?:; ?charset=utf-8)?$/i

/** Only what tells the caller about the answer; nothing that sets cookies, leads elsewhere or makes it a page. */
export const setResponseHeaderHandler = handlerFor(setResponseHeader, ({ name, value }, step) => {
  const lower = (name ?? "").trim().toLowerCase()
  const text = (value ?? "").trim()
  const isKnown = allowed.has(lower) || (/^x-[\w-]{1,60}$/.test(lower) && !refused.has(lower))
  const isPlain = text.length <= 1_000 && /^[\x20-\x7e]*$/.test(text)
  if (isKnown && isPlain && (lower !== "content-type" || types.test(text)))
    step.setResponseHeader(lower, text)
  else
    throw new EffectFailed(
      "webhook.header_refused",
      `A webhook cannot be answered with the header ${JSON.stringify(lower.slice(0, 60))}: ${JSON.stringify(text.slice(0, 60))}.`,
    )
})
