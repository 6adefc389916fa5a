import type { MessageSource } from "#catalog/messages.ts"
import type { OrgTx } from "#db/transaction.ts"
import { AppError } from "#server/errors/app-error.ts"

/** A passage of a document, as it stands there now. */
export interface CitedPassage extends Omit<MessageSource, "number"> {
  readonly text: string
}

/** Throws: AppError "passage.not_found" for one that is not cited in the conversation, or is there no more. */
export async function loadPassage(
  tx: OrgTx,
  orgId: string,
  conversationId: string,
  passageId: string,
): Promise<CitedPassage> {
  const [row] = await tx.rows<{
    id: string
    title: string
    text: string
    section: string | null
    page: number | null
    url: string | null
  }>(
    `select c.id, d.title, c.text, c.section, c.page, d.url from knowledge_chunks c
     join knowledge_documents d on d.org_id = c.org_id and d.id = c.document_id
     where c.org_id = $1 and c.id = $3 and exists (
       select from messages m where m.org_id = $1 and m.conversation_id = $2 and m.sources is not null
         and m.sources @> jsonb_build_array(jsonb_build_object('id', $3::text)))`,
    [orgId, conversationId, passageId],
  )
  if (row === undefined) throw new AppError("passage.not_found")
  const { id, title, text, section, page, url } = row
  return {
    ...{ id, title, text },
    ...(section !== null && section !== "" && { section }),
    ...(page !== null && { page }),
    ...(url !== null && /^https?:/i.test(url) && { url }),
  }
}
