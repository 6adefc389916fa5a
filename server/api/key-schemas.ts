import { z } from "@hono/zod-openapi"
import { recordingStates } from "#server/services/recordings/schema.ts"
import { Message } from "./schemas.ts"

/** The shapes that operations behind a key answer with. */

const time = z.string().openapi({ format: "date-time" })

export const Bot = z
  .object({
    id: z.string(),
    slug: z.string().openapi({ description: "The public name; addresses name a bot by it." }),
    name: z.string(),
    allowedOrigins: z.array(z.string()),
    createdAt: time,
    updatedAt: time,
    draftRevision: z.int().openapi({
      description: "Grows with each change to its flows; a publication names it.",
    }),
    publishedVersion: z.object({ number: z.int(), publishedAt: time }).nullable(),
    hasUnpublishedChanges: z.boolean(),
  })
  .openapi("Bot")

export const FlowSummary = z
  .object({
    name: z.string(),
    revision: z.int().openapi({ description: "Grows by one with each write." }),
  })
  .openapi("FlowSummary")

export const Flow = FlowSummary.extend({ source: z.string() }).openapi("Flow")

export const Finding = z
  .object({
    severity: z.enum(["error", "warning"]),
    code: z.string(),
    line: z.int(),
    column: z.int(),
    message: z.string(),
  })
  .openapi("Finding")

export const WrittenFlow = FlowSummary.extend({
  draftRevision: z.int(),
  isNew: z.boolean(),
  findings: z.array(Finding),
}).openapi("WrittenFlow")

export const Publication = z
  .object({
    id: z.string(),
    number: z.int(),
    publishedAt: time,
    slug: z.string(),
    stagingSlug: z.string().nullable(),
    to: z.enum(["live", "staging"]),
  })
  .openapi("Publication")

export const ImportedBot = z
  .object({
    bot: Bot,
    secrets: z
      .array(z.string())
      .openapi({ description: "Settings whose secret values have to be set anew." }),
    keptPrompts: z.array(z.string()).openapi({
      description:
        "Prompts of the library with the same name that say something else: the bot now uses those.",
    }),
  })
  .openapi("ImportedBot")

export const KnowledgeBase = z
  .object({
    id: z.string(),
    name: z.string(),
    documents: z.int(),
    waiting: z.int().openapi({ description: "Documents that are still being read." }),
    failed: z.int(),
    chunks: z.int(),
    size: z.number().openapi({ description: "In bytes." }),
  })
  .openapi("KnowledgeBase")

export const Document = z
  .object({
    id: z.string(),
    title: z.string(),
    mimeType: z.string(),
    size: z.number().openapi({ description: "In bytes." }),
    url: z.string().nullable(),
    siteId: z.string().nullable(),
    state: z.enum(["waiting", "reading", "embedding", "ready", "failed"]),
    problem: z.string().nullable().openapi({ description: "The code of what went wrong." }),
    problemDetail: z.string().nullable(),
    pages: z.int().nullable(),
    chunks: z.int(),
    embedded: z.int(),
    createdAt: time,
  })
  .openapi("Document")

export const Named = z.object({ id: z.string(), name: z.string() }).openapi("Named")
export const AddedDocument = z
  .object({ id: z.string(), title: z.string() })
  .openapi("AddedDocument")

export const ConversationItem = z
  .object({
    conversationId: z.string(),
    state: z.enum(recordingStates).exclude(["all"]),
    channel: z.string(),
    contactName: z.string().nullable(),
    versionNumber: z.int(),
    messageCount: z.int(),
    lastText: z.string(),
    startedAt: time,
    lastAt: time,
  })
  .openapi("ConversationItem")

/** A page of a list. */
export const pageOf = <S extends z.ZodType>(item: S) =>
  z.object({ items: z.array(item), isMore: z.boolean() })
export const ConversationPage = pageOf(ConversationItem).openapi("ConversationPage")
export const MessagePage = pageOf(Message).openapi("MessagePage")
