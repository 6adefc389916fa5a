import type { EntityDefinition } from "../understanding/entity.ts"
import { findEntity } from "../understanding/find-entities.ts"
import type { Json } from "../vm/value.ts"
import { findOption } from "./menu.ts"
import { type HearMessageId, sayRefusal } from "./messages.ts"
import { type HearContext, maxReplyChars } from "./reader.ts"
import { answerReaders } from "./readers.ts"
import { uploadTypes } from "./types.ts"
import type { HearWait } from "./wait.ts"

/** What a person sent. `choice` is the value of a button; `file` what an upload became. */
export interface HearInput {
  readonly text?: string
  readonly choice?: string
  readonly file?: Json
}

export type HearVerdict =
  | { readonly kind: "accepted"; readonly value: Json }
  /** Say the message and wait again, with this wait. */
  | {
      readonly kind: "refused"
      readonly messageId: HearMessageId
      readonly message: string
      readonly wait: HearWait
    }
  /** Too many replies were refused: the script goes on with the empty value. */
  | { readonly kind: "gaveUp"; readonly value: null }

/** After so many refused replies the script goes on. */
export const maxAttempts = 3

/** The value of a reply; null when it is refused. No type has null as a value. */
const readAnswer = (wait: HearWait, input: HearInput, context: HearContext): Json => {
  if (uploadTypes.has(wait.type)) return input.file ?? null
  const reply = input.choice ?? input.text ?? ""
  const trimmed = reply.trim()
  if (wait.entity) return findEntity(wait.entity, trimmed, context)?.value ?? null
  if (wait.type === "TEXT") return trimmed
  if (wait.type === "MENU") {
    const option = findOption(wait.options, trimmed, wait.acceptsOther)
    if (option) return option.value
    return wait.acceptsOther && trimmed !== "" ? trimmed : null
  }
  if (trimmed === "" || trimmed.length > maxReplyChars) return null
  return answerReaders[wait.type](wait.type === "PASSWORD" ? reply : trimmed, context)
}

/** What a refusal names: values of a list, else the entity itself. */
const listExamples = ({ name, kind, values }: EntityDefinition): string[] =>
  kind === "list" ? values.map(({ value }) => value) : [name]

const isEmptyReply = (input: HearInput): boolean =>
  input.file === undefined && (input.choice ?? input.text ?? "").trim() === ""

/**
 * Checks a reply against the question that waits.
 *
 * An empty reply takes DEFAULT where there is one. A reply that does not fit is refused with a short
 * sentence for its type; the third ends the waiting with null.
 */
export const answerHear = (
  wait: HearWait,
  input: HearInput,
  context: HearContext = {},
): HearVerdict => {
  if (wait.fallback && isEmptyReply(input)) return { kind: "accepted", value: wait.fallback.value }
  const value = readAnswer(wait, input, context)
  if (value !== null) return { kind: "accepted", value }
  const refusals = wait.refusals + 1
  if (refusals >= maxAttempts) return { kind: "gaveUp", value: null }
  const messageId = wait.entity ? "ENTITY" : (wait.type as HearMessageId)
  const labels = wait.entity ? listExamples(wait.entity) : wait.options.map(({ label }) => label)
  return {
    kind: "refused",
    messageId,
    message: sayRefusal(messageId, labels, context.language),
    wait: { ...wait, refusals },
  }
}
