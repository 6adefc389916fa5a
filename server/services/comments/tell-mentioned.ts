import type { ServiceContext } from "../context.ts"
import { spend } from "../spend.ts"
import type { Mentioned } from "./write.ts"

/** Sends a mail to whoever is named in a comment. The comment is stored already: a mail that does not leave is only logged. */
export async function tellMentioned(
  { container, requestId, userId }: ServiceContext,
  mentioned: Mentioned | null,
  body: string,
): Promise<void> {
  if (mentioned === null) return
  const { who, bot, people } = mentioned
  const link = container.publicUrl + mentioned.link
  const quoted = body.replaceAll("\n", "\n> ")
  const text = `${who} mentioned you in a comment on ${bot}:\n\n> ${quoted}\n\n${link}\n`
  for (const { email } of people) {
    try {
      await spend(container, "mentionPerUser", userId ?? "")
      await container.mail.send({ to: email, subject: `${who} mentioned you on ${bot}`, text })
    } catch (error) {
      container.log.warn({ err: error, requestId }, "mention not sent")
    }
  }
}
