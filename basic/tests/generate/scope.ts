/** What a generated statement may refer to where it stands. */
import type { LoopWord } from "../../ast/nodes.ts"

export interface Scope {
  /** Labels of this body and the bodies around it. */
  readonly labels: readonly string[]
  readonly loops: readonly LoopWord[]
  readonly procedure: "SUB" | "FUNCTION" | null
  /** Names and parameter counts of the program's own SUBs. */
  readonly procedures: readonly { readonly name: string; readonly params: number }[]
  /** Makes label names that occur once in the program. */
  readonly nextLabel: () => string
  /** Only programs without errors: labels exist, EXIT FOR stands in a FOR, nothing unknown. */
  readonly isLegal: boolean
}
