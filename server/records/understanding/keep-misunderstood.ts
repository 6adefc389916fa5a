import { newId } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import type { RecordWork } from "../place.ts"
import { maskPersonal } from "./mask-personal.ts"

export interface MisunderstoodMessage {
  readonly text: string
  readonly guess: string | null
  readonly confidence: number
}

/**
 * Keeps a message that no intent was sure of, without what looks like a number, an address or a link of a
 * person; the oldest beyond the limit give way. Writes: misunderstood.
 */
export function keepMisunderstood({ text, guess, confidence }: MisunderstoodMessage): RecordWork {
  return async (tx, { orgId, botId, conversationId, nowMs }) => {
    const masked = maskPersonal(text).trim().slice(0, limits.exampleChars)
    if (masked === "") return null
    await tx.rows(
      `insert into misunderstood (org_id, id, bot_id, conversation_id, text, guess, confidence, heard_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        orgId,
        newId("mis", nowMs),
        botId,
        conversationId,
        masked,
        guess,
        confidence,
        new Date(nowMs),
      ],
    )
    await tx.rows(
      `delete from misunderstood where org_id = $1 and bot_id = $2 and id in (
         select id from misunderstood where org_id = $1 and bot_id = $2
         order by heard_at desc, id desc offset $3::int)`,
      [orgId, botId, limits.misunderstoodPerBot],
    )
    return null
  }
}
