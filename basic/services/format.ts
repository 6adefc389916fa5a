import type { Program } from "../ast/nodes.ts"
import { printProgram } from "../printer/print.ts"
import type { Span, TextEdit } from "../source/span.ts"
import { type SourceModel, statementsOf } from "./source-model.ts"

/** The edits that make a text what the printer would write; only the part that differs. Line ends stay what they are. */
export function formatSource(model: SourceModel): TextEdit[] {
  const text = keepLineEnds(model.source, printProgram(model.program))
  return replace({ start: 0, end: model.source.length }, model.source, text)
}

/** The same for the outermost statements that a range touches. */
export function formatRange(model: SourceModel, range: Span): TextEdit[] {
  const touched = model.segments.filter(
    ({ start, length }) =>
      start < Math.max(range.end, range.start + 1) && start + length > range.start,
  )
  if (touched.length === model.segments.length) return formatSource(model)
  return touched.flatMap((segment) => {
    const isLast = segment === model.segments.at(-1)
    const span = { start: segment.start, end: segment.start + segment.length }
    const body = {
      statements: statementsOf(segment),
      closing: isLast ? model.program.body.closing : [],
    }
    const program: Program = { kind: "Program", span, body }
    const text = keepLineEnds(model.source, printProgram(program))
    return replace(span, model.source.slice(span.start, span.end), text)
  })
}

/** The printer ends lines with LF; a text that ends them otherwise keeps its way. */
function keepLineEnds(source: string, printed: string): string {
  const end = /\r\n?|\n/.exec(source)?.[0] ?? "\n"
  return end === "\n" ? printed : printed.replaceAll("\n", end)
}

/** One edit for what lies between what both begin and end with. */
function replace(span: Span, before: string, after: string): TextEdit[] {
  if (before === after) return []
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head++
  let tail = 0
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  return [
    {
      span: { start: span.start + head, end: span.end - tail },
      text: after.slice(head, after.length - tail),
    },
  ]
}
