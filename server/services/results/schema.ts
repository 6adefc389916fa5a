import { z } from "zod"
import { idOf } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import { isStorable, unstorable } from "../accounts/schema.ts"

const name = z.string().min(1).max(limits.resultNameChars).refine(isStorable, unstorable)

const wanted = {
  botId: idOf("bot"),
  /** Variables to show, in order; empty for all that there are. */
  columns: z.array(name).max(limits.resultColumns).default([]),
  /** Words in any of the values. */
  filter: z.string().trim().max(200).refine(isStorable, unstorable).default(""),
  /** A variable, or "startedAt"; rows without a value come last. */
  order: name.default("startedAt"),
  isDescending: z.boolean().default(true),
}

export const ListResultsInput = z.strictObject({
  ...wanted,
  offset: z.int().min(0).max(limits.recordingsOffset).default(0),
})
export type ListResultsInput = z.input<typeof ListResultsInput>

export const resultFormats = ["csv", "xlsx"] as const
export const ExportResultsInput = z.strictObject({ ...wanted, format: z.enum(resultFormats) })
export type ExportResultsInput = z.input<typeof ExportResultsInput>
