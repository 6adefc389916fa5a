import { z } from "zod"
import { idOf } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import { variableKinds } from "#catalog/prompts/prompt-variable.ts"
import { isStorable, unstorable } from "../accounts/schema.ts"

const words = (most: number) => z.string().max(most).refine(isStorable, unstorable)
const promptId = idOf("prm")
const number = z.int().min(1).max(1_000_000)

/** The sign tells the version in a flow: `name@3`. */
const name = words(limits.nameChars)
  .trim()
  .min(1)
  .refine((text) => !text.includes("@"), { error: "may not contain @" })
const text = words(limits.promptChars).refine((given) => given.trim() !== "", {
  error: "must not be empty",
})
const variable = z.strictObject({
  name: words(60),
  kind: z.enum(variableKinds),
  fallback: words(2_000).nullable(),
  choices: z.array(words(200).trim().min(1)).max(50),
  sample: words(2_000),
})
const variables = z.array(variable).max(limits.promptVariables)
const note = words(limits.promptNoteChars).trim()
/** The name of a result of a conversation; empty for none. */
const result = words(limits.resultNameChars).trim()

export const ListPromptsInput = z.strictObject({})
export type ListPromptsInput = z.input<typeof ListPromptsInput>

export const PromptInput = z.strictObject({ promptId })
export type PromptInput = z.input<typeof PromptInput>

export const CreatePromptInput = z.strictObject({ name, text, variables: variables.default([]) })
export type CreatePromptInput = z.input<typeof CreatePromptInput>

export const SaveVersionInput = z.strictObject({
  promptId,
  text,
  variables,
  note: note.default(""),
  /** Whether flows that follow the live version get it at once. */
  isLive: z.boolean().default(true),
})
export type SaveVersionInput = z.input<typeof SaveVersionInput>

export const SetLiveInput = z.strictObject({ promptId, number })
export type SetLiveInput = z.input<typeof SetLiveInput>

export const UpdatePromptInput = z.strictObject({
  promptId,
  name: name.optional(),
  goal: result.optional(),
  rating: result.optional(),
})
export type UpdatePromptInput = z.input<typeof UpdatePromptInput>

export const splitMeasures = ["resolved", "goal"] as const
export type SplitMeasure = (typeof splitMeasures)[number]

export const StartSplitInput = z.strictObject({
  promptId,
  numberA: number,
  numberB: number,
  percentB: z.int().min(1).max(99).default(50),
  measure: z.enum(splitMeasures).default("resolved"),
})
export type StartSplitInput = z.input<typeof StartSplitInput>

export const EndSplitInput = z.strictObject({
  promptId,
  /** The version that is live from now on. */
  number,
})
export type EndSplitInput = z.input<typeof EndSplitInput>
