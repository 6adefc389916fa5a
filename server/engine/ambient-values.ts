import { offsetAt, type ZoneTable } from "#basic"
import type { Json } from "#basic/vm/value.ts"
import type { ConversationRow } from "./store-rows.ts"

/** What is known of the person, as the page they came from said it; nothing of it is verified. */
export interface ContactFacts {
  readonly name: string | null
  readonly attributes: Readonly<Record<string, Json>>
}

const personal: ReadonlySet<string> = new Set([
  ...["user", "username", "mobile", "from", "customer", "contact", "session"],
])
const timely: ReadonlySet<string> = new Set(["date", "hour"])

/** Says whether a program reads a variable that nothing but the platform sets. */
export function readsPerson(variables: readonly string[]): boolean {
  return variables.some((name) => personal.has(name.toLowerCase()))
}
export function readsPlatform(variables: readonly string[]): boolean {
  return variables.some((name) => {
    const lower = name.toLowerCase()
    return personal.has(lower) || timely.has(lower) || lower === "channel"
  })
}

/**
 * The values of names that scripts read without ever setting them: who is there, over which channel, and the
 * day. A script that sets such a name has a variable like any other.
 */
export function listAmbient(
  conversation: Pick<ConversationRow, "id" | "contactId" | "channel">,
  facts: ContactFacts | null,
  nowMs: number,
  zone: ZoneTable,
): Record<string, Json> {
  const { id, contactId, channel } = conversation
  const attributes = facts?.attributes ?? {}
  const name = facts?.name ?? attributes.name ?? null
  const email = attributes.email ?? null
  const phone = attributes.phone ?? attributes.mobile ?? null
  const person = { ...attributes, id: contactId, name, email, phone }
  const local = new Date(nowMs + offsetAt(zone, nowMs) * 60_000)
  return {
    user: person,
    customer: person,
    contact: person,
    username: name,
    mobile: phone,
    from: email ?? phone,
    session: {
      id,
      channel,
      user_id: contactId,
      user_name: name,
      user_email: email,
      user_phone: phone,
    },
    channel,
    date: local.toISOString().slice(0, 10),
    hour: local.getUTCHours(),
  }
}
