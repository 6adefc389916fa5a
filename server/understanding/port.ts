import type { HearContext } from "#basic"
import type { Json } from "#basic/vm/value.ts"
import type { OrgId } from "#catalog/ids.ts"

/** An intent a text may mean. */
export interface Meaning {
  readonly name: string
  readonly description: string
  /** How likely it is the right one. Units: 0 to 1. */
  readonly confidence: number
  /** From where on it counts. Units: 0 to 1. */
  readonly threshold: number
  /** The example that comes nearest. */
  readonly example: string
}

export interface Understood {
  /** The most likely first; at most `limits.meaningsTold`. */
  readonly meanings: readonly Meaning[]
  /** What else the text says, by the names of the entities. */
  readonly entities: Readonly<Record<string, Json>>
}

/** What a bot understands. The test box and running conversations ask the same. */
export interface Understanding {
  /** Says what a text means to a published version. */
  understand(
    place: { readonly orgId: OrgId; readonly botId: string; readonly versionId: string },
    text: string,
    context: HearContext,
  ): Promise<Understood>
}
