import { readFileSync } from "node:fs"
import { join } from "node:path"
import { root } from "../node24.mjs"

/** The list that holds every sentence the language can say; a test keeps it true. */
const wordsFile = join(root, "basic/diagnostics/words.txt")
let sentences: ReadonlyMap<string, string> | null = null

/** An example of what a code of the language says; null for a code the list does not have. */
export function exampleSentence(code: string): string | null {
  sentences ??= readSentences(readFileSync(wordsFile, "utf8"))
  return sentences.get(code) ?? null
}

function readSentences(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  let code = ""
  for (const line of text.split("\n")) {
    if (/^\S/.test(line)) code = line.trim()
    else if (line.trim() !== "" && !line.trim().startsWith(">") && !found.has(code))
      found.set(code, line.trim())
  }
  return found
}
