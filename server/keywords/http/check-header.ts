import { EffectFailed } from "../step.ts"

const headerName = /^[!#$%&'*+.^_`|~0-9a-z-]+$/i
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that would forge a header.
const forbiddenInValue = /[\u0000-\u0008\u000a-\u001f\u007f]/

/** Refuses at the line that sets it what could not be sent later; the guard checks again when it sends. */
export function checkHeader(name: string, value: string) {
  if (headerName.test(name.trim()) && !forbiddenInValue.test(value)) return
  throw new EffectFailed(
    "http.header_refused",
    `The header ${JSON.stringify(name)} has a name or a value that cannot be sent.`,
  )
}
