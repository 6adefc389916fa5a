import type { Block, Trivia } from "../ast/nodes.ts"

/** Collects lines. Handed around so that statements can print their bodies. */
export interface Page {
  /** Adds a line of its own. */
  line(indent: number, text: string): void
  /** Adds the line a statement begins with, and its comment. */
  head(indent: number, text: string, trailing: string | null): void
  trivia(indent: number, trivia: readonly Trivia[]): void
  block(indent: number, block: Block): void
}

/** Units: blanks a level of blocks is set in. */
export const step = 4
