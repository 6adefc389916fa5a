import type { Json } from "#basic/vm/value.ts"
import type { Step } from "../../step.ts"

/** Something a model may ask for, and what is done then. */
export interface OfferedTool {
  /** As the bot's author calls it. */
  readonly name: string
  readonly description: string
  /** JSON Schema of the arguments. */
  readonly schema: Json
  /** The script that does it; null for what is no script of the bot. */
  readonly call?: { readonly script: string; readonly entry: string | null }
  /** What it does may change something elsewhere; left out for a script, which its author knows. */
  readonly isChanging?: boolean
  /** Its call is one effect and may be under way beside others. */
  readonly isParallel: boolean
  /** Does it, once, under its own name in the journal. Throws: `EffectFailed`. */
  readonly perform: (args: Readonly<Record<string, Json>>, step: Step) => Promise<Json>
}

/** How the journal calls a tool. */
export const journalNameOf = (tool: string): string => `TOOL ${tool}`.slice(0, 200)
