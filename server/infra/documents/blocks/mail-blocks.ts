import PostalMime from "postal-mime"
import { type DocumentBlock, type ReadBlocks, tidy } from "./block.ts"
import { readHtmlBlocks } from "./html-blocks.ts"
import { readTextBlocks } from "./text-blocks.ts"

/** Reads an e-mail: its subject, who wrote it when, and what it says. Attachments are left out. */
export async function readMailBlocks(bytes: Uint8Array): Promise<ReadBlocks> {
  const mail = await PostalMime.parse(new Uint8Array(bytes), {
    maxNestingDepth: 50,
    maxHeadersSize: 1024 * 1024,
  })
  const subject = tidy(mail.subject ?? "")
  const sender = [mail.from?.name, mail.from?.address].filter(Boolean).join(" ")
  const facts = [sender && `From ${sender}`, mail.date && `on ${mail.date}`]
    .filter(Boolean)
    .join(" ")
  const body = mail.text ? readTextBlocks(mail.text) : readHtmlBlocks(mail.html ?? "")
  const head: DocumentBlock[] = []
  if (subject !== "") head.push({ kind: "heading", level: 1, text: subject, page: null })
  if (facts !== "") head.push({ kind: "text", text: facts, page: null })
  return { title: subject || null, pages: null, blocks: [...head, ...body.blocks] }
}
