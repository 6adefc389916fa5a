import type { BotId } from "#catalog/ids.ts"
import type { ServiceContext } from "../context.ts"
import { spend } from "../spend.ts"
import type { ThreadId } from "./load.ts"
import type { Mentioned } from "./write.ts"

/** Sends a mail to whoever is named in a comment. The comment is stored already: a mail that does not leave is only logged. */
export async function tellMentioned(
  context: ServiceContext,
  mentioned: readonly Mentioned[],
  said: { readonly botId: BotId; readonly threadId: ThreadId; readonly body: string },
): Promise<void> {
  if (mentioned.length === 0) return
  const { container, requestId } = context
  const { author, bot } = await loadNames(context, said.botId)
  const link = `${container.publicUrl}/bots/${said.botId}?comment=${said.threadId}`
  const quoted = said.body.replaceAll("\n", "\n> ")
  const text = `${author} mentioned you in a comment on ${bot}:\n\n> ${quoted}\n\n${link}\n`
  for (const { email } of mentioned) {
    try {
      await spend(container, "mentionPerUser", context.userId ?? "")
      await container.mail.send({ to: email, subject: `${author} mentioned you on ${bot}`, text })
    } catch (error) {
      container.log.warn({ err: error, requestId }, "mention not sent")
    }
  }
}

async function loadNames({ orgId, userId, container }: ServiceContext, botId: BotId) {
  const [names] = await container.db.tenantQuery<{ author: string | null; bot: string | null }>(
    [orgId],
    `select (select name from users where id = $2) as author,
       (select name from bots where org_id = $1 and id = $3) as bot`,
    [orgId, userId, botId],
  )
  // One line each: they stand in the head of a mail.
  const oneLine = (text: string | null | undefined) => (text ?? "").replace(/\s+/g, " ").trim()
  return { author: oneLine(names?.author), bot: oneLine(names?.bot) }
}
