import { createHash } from "node:crypto"
import { hashToken } from "../accounts/link-token.ts"
import type { VisitorContext } from "../bots/prove-public.ts"
import { defineVerb } from "../define-verb.ts"
import { networkOf } from "../network-of.ts"
import { spend } from "../spend.ts"
import { newConversationToken } from "./conversation-token.ts"
import { hashBody } from "./hash-body.ts"
import { insertContact } from "./insert-contact.ts"
import { StartInput } from "./schema.ts"
import { type TurnAnswer, toTurnAnswer } from "./turn-answer.ts"

export interface StartAnswer extends TurnAnswer {
  readonly conversation: { readonly id: string; readonly token: string }
}

/**
 * Starts a conversation with a public bot and runs it to its first wait.
 *
 * The same key from the same network gives the same conversation with the same token, and causes nothing.
 * Throws: AppError "request.too_many", "request.key_reused".
 */
export const startConversation = defineVerb({
  name: "conversations.start",
  permission: "conversations.start",
  input: StartInput,
  audit: null,
  run: async (
    context: VisitorContext,
    { key, text, contact, acceptLanguage },
  ): Promise<{ answer: StartAnswer; isRunning: boolean }> => {
    const { container, bot, orgId, ip } = context
    await spend(container, "startPerIp", ip)
    await spend(container, "startPerBot", bot.id)
    // A key is only as secret as the client that made it up, so it counts for its own network alone.
    const kind = bot.environment === "staging" ? "staging" : "public"
    const source = `${kind}:${bot.id}:${shorten(networkOf(ip))}`
    const token = newConversationToken(
      container.secrets,
      key === undefined ? null : `${source}\n${key}`,
    )
    const language = contact?.language ?? chooseLanguage(bot.languages, acceptLanguage)
    const contactId =
      contact === undefined ? null : await insertContact(context, contact, source, key ?? null)
    const result = await container.engine.accept({
      orgId,
      botId: bot.id,
      source,
      key: key ?? null,
      bodyHash: hashBody({ text, contact }),
      conversationId: null,
      ...(contactId === null ? {} : { contactId }),
      tokenHash: hashToken(token),
      kind: "start",
      ...(text === undefined ? {} : { text }),
      ...(language === undefined ? {} : { language }),
      waitMs: container.env.turnWaitMs,
    })
    const { answer, isRunning } = toTurnAnswer(result)
    return { answer: { conversation: { id: result.conversationId, token }, ...answer }, isRunning }
  },
})

function shorten(network: string): string {
  return createHash("sha256").update(network).digest("base64url").slice(0, 16)
}

/** The first of the visitor's languages that the bot speaks; a bot that names none is not asked to. */
function chooseLanguage(spoken: readonly string[], accepted = ""): string | undefined {
  if (spoken.length === 0) return undefined
  const baseOf = (tag: string) => tag.split("-")[0]?.toLowerCase()
  const wishes = accepted.split(",").map((part) => {
    const [tag = "", ...settings] = part.trim().split(";")
    const quality = /^\s*q=([\d.]+)/.exec(settings.join(";"))?.[1] ?? "1"
    return { tag: tag.trim(), quality: Number(quality) }
  })
  for (const { tag } of wishes.sort((a, b) => b.quality - a.quality)) {
    const found = spoken.find((each) => each.toLowerCase() === tag.toLowerCase())
    const near = found ?? spoken.find((each) => baseOf(each) === baseOf(tag))
    if (near !== undefined) return near
  }
  return undefined
}
