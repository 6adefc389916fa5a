import { z } from "zod"
import { idOf } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import { isStorable, unstorable } from "../accounts/schema.ts"

const botId = idOf("bot")
const scriptId = idOf("scr")

/**
 * The name of a flow: a file name without `.bas`, in folders if wanted. What follows the last dot of
 * `order.bas` is dropped when it is `bas`.
 */
export const ScriptName = z
  .string()
  .trim()
  .transform((name) => name.replace(/\.bas$/i, ""))
  .pipe(
    z
      .string()
      .min(1)
      .max(limits.scriptNameChars)
      .regex(/^[\p{L}\p{N}_][\p{L}\p{M}\p{N} _.-]*(\/[\p{L}\p{N}_][\p{L}\p{M}\p{N} _.-]*)*$/u, {
        error: "has letters, digits, blanks, -, _ and . in it, and / between folders",
      }),
  )

export const ScriptsInput = z.strictObject({ botId })
export type ScriptsInput = z.input<typeof ScriptsInput>

export const ReadSourceInput = z.strictObject({ botId, name: ScriptName })
export type ReadSourceInput = z.input<typeof ReadSourceInput>

export const WriteSourceInput = z.strictObject({
  botId,
  name: ScriptName,
  source: z.string().max(limits.draftSourceChars).refine(isStorable, unstorable),
  /** The revision the text was read at; 0 for a flow that is not there yet. Without it the text is written over whatever is there. */
  baseRevision: z.int().min(0).max(2_147_483_647).optional(),
})
export type WriteSourceInput = z.input<typeof WriteSourceInput>

export const CreateScriptInput = z.strictObject({ botId, name: ScriptName })
export type CreateScriptInput = z.input<typeof CreateScriptInput>

export const RenameScriptInput = z.strictObject({ botId, scriptId, name: ScriptName })
export type RenameScriptInput = z.input<typeof RenameScriptInput>

export const DuplicateScriptInput = RenameScriptInput
export type DuplicateScriptInput = z.input<typeof DuplicateScriptInput>

export const DeleteScriptInput = z.strictObject({ botId, scriptId })
export type DeleteScriptInput = z.input<typeof DeleteScriptInput>
