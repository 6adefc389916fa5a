import { listBlocks } from "../ast/blocks.ts"
import type { Statement } from "../ast/nodes.ts"
import { printExpression } from "../printer/expression.ts"
import type { Span } from "../source/span.ts"
import { type SourceModel, statementsOf } from "./source-model.ts"

export type OutlineKind =
  | "procedure"
  | "label"
  | "question"
  | "table"
  | "field"
  | "event"
  | "parameter"

/** A part of a script that has a name. `span` reaches over all of it, `selection` over its first line. */
export interface OutlineItem {
  readonly kind: OutlineKind
  readonly name: string
  /** Parameters of a procedure, the type of an answer; may be empty. */
  readonly detail: string
  readonly span: Span
  readonly selection: Span
  readonly children: readonly OutlineItem[]
}

interface OpenItem extends OutlineItem {
  span: Span
  readonly children: OutlineItem[]
}

/** Lists the parts of a script: labels with the questions below them, procedures, tables, events, parameters. */
export function listOutline(model: SourceModel): OutlineItem[] {
  const items: OutlineItem[] = []
  let label: OpenItem | null = null
  for (const segment of model.segments) {
    const end = segment.start + (segment.lines.at(-1)?.end ?? segment.origin) - segment.origin
    for (const statement of statementsOf(segment)) {
      const found = itemsOf(statement, end)
      if (statement.kind === "LabelStatement") {
        label = { ...(found[0] as OutlineItem), children: [] }
        items.push(label)
      } else if (label !== null && isStep(statement)) {
        label.children.push(...found)
        label.span = { start: label.span.start, end }
      } else {
        if (!isStep(statement)) label = null
        items.push(...found)
      }
    }
  }
  return items
}

/** Declarations stand for themselves; everything else belongs to the label above it. */
const isStep = ({ kind }: Statement): boolean =>
  !["ProcedureStatement", "TableStatement", "EventStatement", "ParamStatement"].includes(kind)

function itemsOf(statement: Statement, end: number): OutlineItem[] {
  const own = itemOf(statement, end)
  const inside = listBlocks(statement).flatMap(({ block }) =>
    block.statements.flatMap((each) => itemsOf(each, each.span.end)),
  )
  return own === null ? inside : [{ ...own, children: [...own.children, ...inside] }]
}

function itemOf(statement: Statement, end: number): OutlineItem | null {
  const span = { start: statement.span.start, end: Math.max(end, statement.span.end) }
  const make = (
    kind: OutlineKind,
    name: string,
    detail: string,
    children: readonly OutlineItem[] = [],
  ): OutlineItem => ({ kind, name, detail, span, selection: statement.span, children })
  switch (statement.kind) {
    case "ProcedureStatement":
      return make("procedure", statement.name, `${statement.word}(${statement.params.join(", ")})`)
    case "LabelStatement":
      return make("label", statement.name, "")
    case "HearStatement": {
      if (statement.target === null) return null
      return make("question", printExpression(statement.target), statement.type)
    }
    case "ParamStatement":
      return make("parameter", statement.names.join(", "), statement.type ?? "")
    case "TableStatement":
      return make("table", statement.name, statement.connection ?? "", fieldsOf(statement))
    case "EventStatement": {
      const subject = statement.subject === null ? "" : printExpression(statement.subject)
      return make("event", ["ON", statement.word, subject].filter(Boolean).join(" "), "")
    }
    default:
      return null
  }
}

const fieldsOf = (table: Extract<Statement, { kind: "TableStatement" }>): OutlineItem[] =>
  table.lines.flatMap(({ text }) => {
    const [, name = "", detail = ""] = /^\s*([\p{L}_][\p{L}\p{N}_]*)\*?\s*(.*)$/u.exec(text) ?? []
    const { span } = table
    return name === ""
      ? []
      : [{ kind: "field", name, detail, span, selection: span, children: [] } as const]
  })
