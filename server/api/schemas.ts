import { z } from "@hono/zod-openapi"
import { fileKinds } from "#catalog/messages.ts"

/** The shapes REST answers with; their names are those of the components in the OpenAPI document. */

export const Choice = z
  .object({
    label: z.string().openapi({ description: "What the button shows." }),
    value: z.string().openapi({ description: "What is sent when it is chosen." }),
  })
  .openapi("Choice")

export const MessageFile = z
  .object({
    name: z.string(),
    url: z.string().openapi({
      description: "Where it is read, below the address of the server. Whoever has it may read it.",
    }),
    size: z.int().openapi({ description: "In bytes." }),
    type: z.string().openapi({ example: "image/png" }),
    options: z.array(z.string()).readonly().optional().openapi({
      description:
        "How it is played: autoplay, loop, muted, nocontrols, fullscreen. With stop, pause or resume it is done to the file of this address that was sent before.",
    }),
  })
  .openapi("MessageFile")

export const MessageSource = z
  .object({
    number: z.int().openapi({ description: "From 1, as the text names it: [1]." }),
    id: z.string().openapi({ description: "Of the passage; `getPassage` reads it." }),
    title: z.string(),
    section: z.string().optional(),
    page: z.int().optional(),
    url: z.string().optional().openapi({ format: "uri" }),
  })
  .openapi("MessageSource")

export const Passage = MessageSource.omit({ number: true })
  .extend({ text: z.string().openapi({ description: "Plain text. Never HTML." }) })
  .openapi("Passage")

export const Message = z
  .object({
    id: z.string(),
    seq: z.int().openapi({ description: "Place in the conversation, from 1, without gaps." }),
    from: z.enum(["bot", "contact", "agent"]),
    kind: z.enum(["text", "choices", "event", ...fileKinds]),
    text: z.string().openapi({ description: "Markdown for kind text. Never HTML." }),
    choices: z.array(Choice).readonly().optional(),
    file: MessageFile.optional(),
    sources: z.array(MessageSource).readonly().optional().openapi({
      description: "What an answer was made from.",
    }),
    at: z.string().openapi({ format: "date-time" }),
  })
  .openapi("Message")

export const Waiting = z
  .object({
    kind: z.string().openapi({
      description:
        "The lower-case type of the question (text, name, email, ...), or menu, time, event, human, running.",
      example: "email",
    }),
    id: z.string().optional().openapi({ description: "Names this wait." }),
    choices: z.array(Choice).readonly().optional(),
    acceptsOther: z
      .boolean()
      .optional()
      .openapi({ description: "A menu that takes free text too." }),
    event: z.string().optional().openapi({ description: "What it waits for, for kind event." }),
    until: z.string().optional().openapi({ format: "date-time" }),
  })
  .openapi("Waiting")

const waitingOrNull = Waiting.nullable().openapi({
  description: "What the conversation waits for; null when the program has ended.",
})

export const Turn = z.object({ messages: z.array(Message), waiting: waitingOrNull }).openapi("Turn")

export const StartedConversation = z
  .object({
    conversation: z.object({
      id: z.string(),
      token: z
        .string()
        .openapi({ description: "Opens this conversation and nothing else. Keep it secret." }),
    }),
    messages: z.array(Message),
    waiting: waitingOrNull,
  })
  .openapi("StartedConversation")

export const PublicBot = z
  .object({
    id: z.string().openapi({ description: "The bot's public name.", example: "demo" }),
    name: z.string(),
  })
  .openapi("PublicBot")

export const ProblemDocument = z
  .object({
    type: z.string().openapi({ format: "uri", description: "Where the error is explained." }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string().openapi({ example: "bot.not_found" }),
    fix: z.string().openapi({ description: "What to do." }),
    requestId: z.string(),
    retryAfterSeconds: z.int().optional(),
  })
  .openapi("Problem")
