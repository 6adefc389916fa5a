import type { Value } from "#basic/vm/value.ts"
import { limits } from "#catalog/limits.ts"
import { findAttendant } from "#server/records/attendants/find-attendant.ts"
import { addNote } from "#server/records/conversations/add-note.ts"
import type { Step } from "../step.ts"
import { done, onConversation } from "./outcome.ts"

/** Leaves a message for staff beside this conversation: for a person, a department, or everybody. */
export function notifyStaff(
  who: string | undefined,
  text: string | undefined,
  step: Step,
): Promise<Value> {
  return onConversation(step, "", async (tx, { orgId, nowMs }, conversationId) => {
    const person = await findAttendant(tx, orgId, who ?? "")
    const to = person?.name ?? who ?? ""
    const words = `${to === "" ? "" : `@${to} `}${text ?? ""}`.slice(0, limits.taskTextChars)
    const base = { orgId, conversationId, kind: "notice", author: "bot" } as const
    const id = await addNote(tx, { ...base, text: words, now: new Date(nowMs) })
    return done({ notice_id: id, to })
  })
}
