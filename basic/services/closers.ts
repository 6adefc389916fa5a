import { type BlockKind, blockNames, findCloser } from "../parser/block-words.ts"
import { findOpener } from "../parser/statement.ts"
import type { SourceModel } from "./source-model.ts"

const dividers: Partial<Readonly<Record<BlockKind, readonly string[]>>> = {
  if: ["ELSE", "ELSE IF"],
  select: ["CASE", "CASE ELSE"],
  try: ["CATCH"],
}

/** Words that close or divide the innermost block that is open above an offset, the likeliest first. */
export function listOpenClosers(model: SourceModel, offset: number): string[] {
  const open: BlockKind[] = []
  for (const segment of model.segments) {
    const by = segment.start - segment.origin
    if (segment.start > offset) break
    // Blocks never reach beyond their segment, except one that nothing closes.
    const isOver = segment.start + segment.length <= offset && segment.statements.length > 0
    if (isOver && !segment.isLoose && segment !== model.segments.at(-1)) continue
    for (const line of segment.lines) {
      if (line.start + by >= offset) break
      const closer = findCloser(line)
      const opener = findOpener(line)
      const isDivider = closer !== null && /^(?:EL|CASE|DEFAULT|CATCH)/.test(closer.words)
      if (closer !== null && !isDivider && closer.kinds.includes(open.at(-1) ?? "with")) open.pop()
      if (opener !== null) open.push(opener)
    }
  }
  const kind = open.at(-1)
  return kind === undefined ? [] : [blockNames[kind].closer, ...(dividers[kind] ?? [])]
}
