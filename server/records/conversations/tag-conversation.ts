import { limits } from "#catalog/limits.ts"
import type { OrgTx } from "#db/transaction.ts"
import { storableText } from "../storable.ts"

/** Puts a tag on a conversation, or takes it off; a full conversation keeps the tags it has. */
export async function tagConversation(
  tx: OrgTx,
  orgId: string,
  conversationId: string,
  tag: string,
  isOn = true,
): Promise<void> {
  const plain = storableText(tag.trim()).slice(0, limits.tagChars)
  if (plain === "") return
  if (!isOn) {
    await tx.rows(
      "delete from conversation_tags where org_id = $1 and conversation_id = $2 and tag = $3",
      [orgId, conversationId, plain],
    )
    return
  }
  await tx.rows(
    `insert into conversation_tags (org_id, conversation_id, tag)
     select $1, $2, $3 where (select count(*) from conversation_tags
       where org_id = $1 and conversation_id = $2) < $4::int
     on conflict do nothing`,
    [orgId, conversationId, plain, limits.tagsPerConversation],
  )
}
