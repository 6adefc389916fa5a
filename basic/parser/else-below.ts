import type { BlockReader } from "./block-reader.ts"
import { findCloser } from "./block-words.ts"

/** Units: lines below an IF on one line that are looked at for its END IF. */
const mostBelow = 400

/**
 * `IF c THEN a` is complete on its line, but where ELSE stands below it and an END IF ends that, they can only be its
 * own: nothing around it takes them.
 */
export function isElseBelow(blocks: BlockReader): boolean {
  const next = findCloser(blocks.peek())
  if (next?.words.startsWith("EL") !== true || blocks.isInside("if")) return false
  const open: string[] = ["if"]
  const last = Math.min(blocks.lines.length, blocks.index + mostBelow)
  for (let index = blocks.index; index < last; index++) {
    const line = blocks.lines[index]
    const closer = findCloser(line)
    const opened = line === undefined ? null : blocks.findOpener(line)
    if (opened !== null) open.push(opened)
    else if (closer !== null && isEnd(closer.words)) {
      const kind = open.pop()
      if (kind === undefined || !closer.kinds.some((each) => each === kind)) return false
      if (open.length === 0) return true
    }
  }
  return false
}

/** Other closers go on with their block. */
const isEnd = (words: string): boolean => !/^(?:EL|CASE|DEFAULT|CATCH)/.test(words)
