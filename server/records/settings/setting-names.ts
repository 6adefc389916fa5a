import type { Json } from "#basic/vm/value.ts"

/** The topic of the pubsub port on which a change of a bot's clock or settings is told, as `{ botId }`. */
export const botFactsTopic = "bot-facts"

/** Names are compared in lower case, with hyphens for blanks and underscores: "Bot Name" is "bot-name". */
export function settingNameOf(written: string): string {
  return written
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, "-")
}

const secretName =
  /(^|-)(key|pass|password|secret|token|accesskey|auth-token|private-key|app-password)$/

/** Names whose values are secret whatever anybody says: keys, passwords, tokens. */
export function isSecretName(name: string): boolean {
  return secretName.test(name)
}

/** `param-city` with "Lima" is the variable `city`; numbers, true and false become what they say. */
export function paramOf({ name, value }: { name: string; value: string }): [string, Json] {
  return [name.replace(/^param-/, "").replaceAll("-", "_"), typed(value)]
}

function typed(value: string): Json {
  if (/^-?\d{1,15}(\.\d{1,15})?$/.test(value)) return Number(value)
  if (/^(true|false)$/i.test(value)) return value.toLowerCase() === "true"
  return value
}
