import { z } from "zod"
import { idOf } from "#catalog/ids.ts"
import { limits } from "#catalog/limits.ts"
import { isOneLine, isStorable, unstorable } from "../accounts/schema.ts"
import { MoveTableInput } from "../bots/schema.ts"

const botId = idOf("bot")

/** A published version, or a kept state of the draft. */
export const HistoryRef = z.union([idOf("ver"), idOf("snp")])
export type HistoryRef = z.output<typeof HistoryRef>

const VersionName = z.string().trim().max(limits.nameChars).refine(isOneLine, {
  error: "must be one line without control characters",
})
const VersionNote = z.string().trim().max(limits.versionNoteChars).refine(isStorable, unstorable)

export const HistoryInput = z.strictObject({ botId })
export type HistoryInput = z.input<typeof HistoryInput>

export const ReadVersionInput = z.strictObject({ botId, ref: HistoryRef })
export type ReadVersionInput = z.input<typeof ReadVersionInput>

export const SaveVersionInput = z.strictObject({
  botId,
  name: VersionName,
  note: VersionNote.default(""),
  /** Kept because something is about to replace the draft, not by a person's wish. */
  isAutomatic: z.boolean().default(false),
})
export type SaveVersionInput = z.input<typeof SaveVersionInput>

export const RenameVersionInput = z.strictObject({
  botId,
  ref: HistoryRef,
  name: VersionName,
  note: VersionNote,
})
export type RenameVersionInput = z.input<typeof RenameVersionInput>

export const DeleteSnapshotInput = z.strictObject({ botId, ref: idOf("snp") })
export type DeleteSnapshotInput = z.input<typeof DeleteSnapshotInput>

export const GoLiveInput = z.strictObject({ botId, versionId: idOf("ver") })
export type GoLiveInput = z.input<typeof GoLiveInput>

export const StagingInput = z.strictObject({ botId })
export type StagingInput = z.input<typeof StagingInput>

/** What would become of running conversations, with the draft as the server has it. */
export const PreviewMoveInput = z.strictObject({ botId, table: MoveTableInput })
export type PreviewMoveInput = z.input<typeof PreviewMoveInput>
