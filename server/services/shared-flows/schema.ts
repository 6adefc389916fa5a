import { z } from "zod"
import { idOf } from "#catalog/ids.ts"

/** A flow that is opened by somebody who edits it together with others, or watches. */
export const JoinFlowInput = z.strictObject({ botId: idOf("bot"), scriptId: idOf("scr") })
export type JoinFlowInput = z.input<typeof JoinFlowInput>
