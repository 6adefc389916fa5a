import type { Layout } from "#basic/graph/model.ts"
import type { UnderstandingDefinition } from "#catalog/understanding/definition.ts"
import type { BotFile } from "../bots/keep-documents.ts"
import type { PackedPrompt } from "../prompts/pack.ts"

/** Everything a bot is made of that belongs to nobody's conversation: what a package holds. */
export interface BotContent {
  readonly name: string
  /** The language it is written in, then those it also speaks. */
  readonly languages: readonly string[]
  readonly timeZone: string
  /** The entry first. */
  readonly scripts: readonly {
    readonly name: string
    readonly source: string
    readonly layout: Layout
  }[]
  readonly tests: readonly { readonly name: string; readonly source: string }[]
  /** A secret has no value: whoever takes the bot over sets their own. */
  readonly settings: readonly { readonly name: string; readonly value: string | null }[]
  readonly understanding: UnderstandingDefinition
  /** Prompts of the library that its flows name. */
  readonly prompts: readonly PackedPrompt[]
  /** Files of the folder `knowledge` of the bot's drive. */
  readonly documents: readonly BotFile[]
}
