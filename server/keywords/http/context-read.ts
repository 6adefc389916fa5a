import type { Json } from "#basic/vm/value.ts"
import { readUserValue } from "#server/records/contacts/read-user-value.ts"
import type { Step } from "../step.ts"

/** What GET reads when its operand is no address: "session.key" or "user.key". Null for an address. */
export interface ContextPlace {
  readonly root: "session" | "user"
  readonly key: string
}

export function findContextPlace(operand: string): ContextPlace | null {
  const match = /^(session|user)\.([\p{L}\p{N}_.-]+)$/iu.exec(operand.trim())
  if (!match) return null
  return { root: match[1]!.toLowerCase() === "user" ? "user" : "session", key: match[2]! }
}

export async function readContext({ root, key }: ContextPlace, step: Step): Promise<Json> {
  if (root === "user") return await step.record(readUserValue(key))
  return key.toLowerCase() === "id" ? step.conversationId : step.readSession(key)
}
