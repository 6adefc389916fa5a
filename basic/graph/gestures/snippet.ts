/** BASIC from the palette or the clipboard, made to fit the flow it is put into. */
import type { Program } from "../../ast/nodes.ts"
import { parse } from "../../parser/parse.ts"
import { lineEnd, lineStart, nextLine } from "../lines.ts"
import { listSteps } from "../list-steps.ts"
import { emptyLayout } from "../model.ts"
import { applyEdits, type Draft } from "./draft.ts"
import { freeLabel, listLabelUses } from "./labels.ts"
import { Refusal, refuse } from "./outcome.ts"
import { programLines } from "./write.ts"

export interface Snippet {
  readonly source: string
  readonly program: Program
}

/**
 * Reads steps to be added to a flow.
 *
 * Shape: labels the flow has already get new names; a GOTO to a label that is nowhere is left out.
 * Throws: Refusal with the parser's own finding when the text has an error, or no statement.
 */
export function readSnippet(draft: Draft, flow: string, text: string): Snippet {
  const read = snippetOf(text)
  const known = new Set(
    listLabelUses(draft, flow)
      .filter((use) => use.isDeclaration)
      .map(nameOf),
  )
  const uses = listLabelUses(read, "main")
  const own = new Set(uses.filter((use) => use.isDeclaration).map(nameOf))
  const names = new Map<string, string>()
  for (const name of own) {
    if (known.has(name)) names.set(name, freeLabel(draft, flow, name, [...names.values(), ...own]))
  }
  const edits = uses.flatMap((use) => {
    const name = names.get(nameOf(use))
    if (name !== undefined) return [{ span: use.span, text: name }]
    const isLost = !use.isDeclaration && !own.has(nameOf(use)) && !known.has(nameOf(use))
    return isLost && use.statement.kind === "GotoStatement" ? lineOf(text, use.span.start) : []
  })
  if (edits.length === 0) return read
  return snippetOf(
    applyEdits(
      text,
      edits.toSorted((a, b) => a.span.start - b.span.start),
    ),
  )
}

const nameOf = ({ label }: { readonly label: string }): string => label.toLowerCase()

/** The whole line of a GOTO that has it for itself. */
function lineOf(
  text: string,
  at: number,
): { span: { start: number; end: number }; text: string }[] {
  const start = lineStart(text, at)
  const isAlone = /^\s*goto\b/i.test(text.slice(start, lineEnd(text, at)))
  return isAlone ? [{ span: { start, end: nextLine(text, at) }, text: "" }] : []
}

function snippetOf(source: string): Draft {
  const { program, diagnostics } = parse(source)
  const error = diagnostics.find(({ severity }) => severity === "error")
  if (error !== undefined) throw new Refusal(error)
  if (program.body.statements.length === 0) refuse("basic.canvas_nothing", {})
  const steps = listSteps(program)
  const layout = { ...emptyLayout, stepIds: steps.map(({ path }) => path) }
  return { source, program, steps, layout }
}

export const snippetLines = ({ source, program }: Snippet, indent: string): string =>
  programLines(source, program, indent)
