import { z } from "zod"
import { idOf } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import { isStorable, unstorable } from "../accounts/schema.ts"

const words = (most: number) => z.string().trim().max(most).refine(isStorable, unstorable)
const botId = idOf("bot")
const setId = idOf("evs")
const runId = idOf("evr")
const name = words(limits.nameChars).min(1)
const long = words(limits.evaluationChars)
const bases = z.array(name).max(limits.knowledgeBasesPerBot)
const before = z.array(long.min(1)).max(10)

const question = z.strictObject({
  id: words(60),
  question: long.min(1),
  passage: z
    .strictObject({
      document: words(500).min(1),
      quote: long.min(1),
      others: z.array(long.min(1)).max(20),
    })
    .nullable(),
  answer: long.min(1).nullable(),
})

export const EvaluationsInput = z.strictObject({ botId })
export type EvaluationsInput = z.input<typeof EvaluationsInput>

export const CreateSetInput = z.strictObject({ botId, name })
export type CreateSetInput = z.input<typeof CreateSetInput>

export const SetInput = z.strictObject({ botId, setId })
export type SetInput = z.input<typeof SetInput>

export const SaveSetInput = z.strictObject({
  ...{ botId, setId, name, bases, before },
  questions: z.array(question).max(limits.evaluationQuestions),
  /** What was changed; another one has been saved since when it differs. */
  baseRevision: z.int().min(1),
})
export type SaveSetInput = z.input<typeof SaveSetInput>

/** A file with questions: JSON or CSV. It takes the place of what the set holds. */
export const ImportSetInput = z.strictObject({
  ...{ botId, setId },
  text: z.string().max(limits.evaluationFileChars).refine(isStorable, unstorable),
})
export type ImportSetInput = z.input<typeof ImportSetInput>

export const ExportSetInput = z.strictObject({ botId, setId, format: z.enum(["csv", "json"]) })
export type ExportSetInput = z.input<typeof ExportSetInput>

export const StartRunInput = z.strictObject({
  ...{ botId, setId },
  /** Left out: the knowledge alone is asked, without the bot. */
  versionId: idOf("ver").optional(),
  /** Instead of a version: the draft as it is, kept as a version that nobody meets. Its name in the history. */
  draft: z.strictObject({ name: words(limits.nameChars).min(1) }).optional(),
  /** A version of a prompt that is used instead of the live one. */
  prompt: z.strictObject({ promptId: idOf("prm"), number: z.int().min(1) }).optional(),
  /** A model says whether answers are right and borne out, where one is set up. */
  hasJudge: z.boolean().default(false),
})
export type StartRunInput = z.input<typeof StartRunInput>

export const RunInput = z.strictObject({ botId, runId })
export type RunInput = z.input<typeof RunInput>
