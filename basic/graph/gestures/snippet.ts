/** BASIC from the palette or the clipboard, made to fit the flow it is put into. */
import type { Program } from "../../ast/nodes.ts"
import { parse } from "../../parser/parse.ts"
import type { TextEdit } from "../../source/span.ts"
import { lineEnd, lineStart, nextLine } from "../lines.ts"
import { listSteps } from "../list-steps.ts"
import { emptyLayout } from "../model.ts"
import { applyEdits, cardsOf, type Draft } from "./draft.ts"
import { ensureLabel, flowNameOf, freeLabel, type LabelUse, listLabelUses } from "./labels.ts"
import { Refusal, refuse } from "./refuse.ts"
import { programLines } from "./write.ts"

export interface Snippet {
  readonly source: string
  readonly program: Program
}

/** A snippet, and the flow it fits into. */
export interface Settled {
  readonly draft: Draft
  readonly snippet: Snippet
}

/**
 * Reads steps to be added to a flow.
 *
 * Shape: labels the flow has already get new names. What leads to a label that is nowhere leads on
 *        instead; handlers, which always lead somewhere, lead to the flow's start.
 * Throws: Refusal with the parser's own finding when the text has an error, or no statement.
 */
export function settleSnippet(draft: Draft, flowId: string, text: string): Settled {
  const read = snippetOf(text)
  const flow = flowNameOf(draft, flowId)
  const lost = listLost(draft, flow, read)
  const entry = cardsOf(draft).find((card) => card.flowId === flowId)
  if (entry === undefined || !lost.some(mustLead)) {
    return { draft, snippet: adapt(draft, flow, read, lost, "") }
  }
  const marked = ensureLabel(draft, entry)
  return { draft: marked.draft, snippet: adapt(marked.draft, flow, read, lost, marked.label) }
}

const mustLead = ({ statement }: LabelUse): boolean =>
  statement.kind === "OnMessageStatement" ||
  statement.kind === "OnSilenceStatement" ||
  statement.kind === "OnErrorStatement" ||
  statement.kind === "GosubStatement"

/** Uses of labels that neither the snippet nor the flow has. */
function listLost(draft: Draft, flow: string, read: Draft): LabelUse[] {
  const uses = [...listLabelUses(draft, flow), ...listLabelUses(read, "main")]
  const known = new Set(uses.filter((use) => use.isDeclaration).map(nameOf))
  return listLabelUses(read, "main").filter((use) => !known.has(nameOf(use)))
}

function adapt(
  draft: Draft,
  flow: string,
  read: Draft,
  lost: readonly LabelUse[],
  start: string,
): Snippet {
  const known = new Set(
    listLabelUses(draft, flow).flatMap((use) => (use.isDeclaration ? [nameOf(use)] : [])),
  )
  const uses = listLabelUses(read, "main")
  const own = uses.filter((use) => use.isDeclaration).map(nameOf)
  const names = new Map<string, string>()
  for (const name of own) {
    if (known.has(name)) names.set(name, freeLabel(draft, flow, name, [...names.values(), ...own]))
  }
  const renames = uses.flatMap((use) => {
    const name = names.get(nameOf(use))
    return name === undefined ? [] : [{ span: use.span, text: name }]
  })
  const drops = lost.flatMap((use) => dropUse(read.source, use, start))
  const edits = [...renames, ...drops].toSorted((a, b) => a.span.start - b.span.start)
  return edits.length === 0 ? read : snippetOf(applyEdits(read.source, edits))
}

const nameOf = ({ label }: { readonly label: string }): string => label.toLowerCase()

/** Takes away what leads to a lost label; where that cannot be, the program's own check will say so. */
function dropUse(source: string, use: LabelUse, start: string): TextEdit[] {
  const { statement, span } = use
  if (mustLead(use)) return [{ span, text: start }]
  if (statement.kind === "GotoStatement") {
    const line = lineStart(source, span.start)
    const isAlone = /^\s*goto\b/i.test(source.slice(line, lineEnd(source, line)))
    return isAlone ? [{ span: { start: line, end: nextLine(source, line) }, text: "" }] : []
  }
  const tail = /\s+(?:else\s+)?goto\s+\S+$/i.exec(source.slice(statement.span.start, span.end))
  if (tail === null) return []
  return [{ span: { start: statement.span.start + tail.index, end: span.end }, text: "" }]
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
