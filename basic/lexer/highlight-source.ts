import { commands } from "../keywords/index.ts"
import { type Highlight, highlight } from "./highlight.ts"

const commandWords = new Set(commands.flatMap((command) => command.name.split(/[\s_]+/)))

/** Colours a source text with the words of every command there is. */
export function highlightSource(source: string): Highlight[] {
  return highlight(source, commandWords)
}
