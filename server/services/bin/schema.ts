import { z } from "zod"
import { idOf } from "#catalog/ids.ts"

/** Flows of one bot; deleted bots when none is named. */
export const ListBinInput = z.strictObject({ botId: idOf("bot").optional() })
export type ListBinInput = z.input<typeof ListBinInput>

export const BinEntryInput = z.strictObject({ entryId: idOf("bin") })
export type BinEntryInput = z.input<typeof BinEntryInput>

export const BinScriptInput = z.strictObject({ botId: idOf("bot"), entryId: idOf("bin") })
export type BinScriptInput = z.input<typeof BinScriptInput>
