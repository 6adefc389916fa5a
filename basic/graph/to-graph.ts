/** Cuts a program into flows, groups and steps. See `graph.ts` for what a graph is. */
import type { Block, LabelStatement, ProcedureStatement, Program, Statement } from "../ast/nodes.ts"
import { listBodies, withoutBodies } from "./bodies.ts"
import type { Body, Exit, Flow, Graph, Group, Step, StepOutlet } from "./graph.ts"
import { isMenuPair } from "./menu.ts"
import { listTargets } from "./targets.ts"

/** Names a statement; `path` is its path of ordinals ("3.yes.0"), the id it has without a layout. */
export type IdOf = (statement: Statement, path: string) => string

/** Makes the graph of a program, whatever the program: unknown and broken statements are steps like others. */
export function toGraph(program: Program, idOf: IdOf = (_, path) => path): Graph {
  const flows: Flow[] = []
  const main = {
    id: "main",
    kind: "main",
    name: "",
    params: [],
    leading: [],
    trailing: null,
  } as const
  cutFlow({ ...main, span: program.span }, program.body, "", { idOf, flows })
  return { version: 1, flows }
}

interface Cutter {
  readonly idOf: IdOf
  readonly flows: Flow[]
}
interface FlowCutter extends Cutter {
  /** Group ids by label in lower case, for the whole flow; the first of two equal labels counts. */
  readonly labels: ReadonlyMap<string, string>
  readonly procedures: { readonly flow: Omit<Flow, "body">; readonly body: Block; path: string }[]
}

function cutFlow(flow: Omit<Flow, "body">, block: Block, prefix: string, cutter: Cutter): void {
  const labels = new Map<string, string>()
  collectLabels(block, prefix, cutter.idOf, labels)
  const [first] = block.statements
  const firstId = `${flow.id}.start`
  if (first?.kind === "LabelStatement") labels.set(first.name.toLowerCase(), firstId)
  const inner: FlowCutter = { ...cutter, labels, procedures: [] }
  cutter.flows.push({ ...flow, body: cutBody(block, firstId, prefix, inner) })
  for (const found of inner.procedures) {
    cutFlow(found.flow, found.body, `${found.path}.body.`, cutter)
  }
}

function collectLabels(block: Block, prefix: string, idOf: IdOf, into: Map<string, string>): void {
  block.statements.forEach((statement, index) => {
    const path = `${prefix}${index}`
    if (statement.kind === "LabelStatement") {
      const name = statement.name.toLowerCase()
      if (!into.has(name)) into.set(name, idOf(statement, path))
    }
    for (const { outlet: key, block: body } of listBodies(statement)) {
      collectLabels(body, `${path}.${key}.`, idOf, into)
    }
  })
}

interface OpenGroup {
  readonly id: string
  readonly label: Group["label"]
  readonly steps: Step[]
  exit: Exit | null
}

function cutBody(block: Block, firstId: string, prefix: string, cutter: FlowCutter): Body {
  const groups: OpenGroup[] = []
  const { statements } = block
  for (let index = 0; index < statements.length; index += 1) {
    const statement = statements[index]!
    const path = `${prefix}${index}`
    const id = cutter.idOf(statement, path)
    if (statement.kind === "LabelStatement") {
      // A flow's entry keeps its id when it is given a label, as a loop back to the start does.
      const isEntry = index === 0 && firstId.endsWith(".start")
      const groupId = isEntry ? firstId : id
      groups.push({ id: groupId, label: labelOf(statement, id), steps: [], exit: null })
      continue
    }
    const group = openGroup(groups, firstId)
    group.exit = exitOf(statement, id, cutter)
    if (group.exit !== null) continue
    const next = statements[index + 1]
    if (next !== undefined && isMenuPair(statement, next)) {
      index += 1
      group.steps.push(menuStep(statement, id, next, `${prefix}${index}`, cutter))
    } else group.steps.push(cutStep(statement, id, path, cutter))
  }
  return {
    groups: groups.map((group, index) => closeGroup(group, groups[index + 1])),
    closing: block.closing,
  }
}

function openGroup(groups: OpenGroup[], firstId: string): OpenGroup {
  const last = groups.at(-1)
  if (last !== undefined && last.exit === null) return last
  const id = last?.exit && "id" in last.exit ? `${last.exit.id}.next` : firstId
  const group: OpenGroup = { id, label: null, steps: [], exit: null }
  groups.push(group)
  return group
}

const closeGroup = (group: OpenGroup, following: OpenGroup | undefined): Group => ({
  ...group,
  exit: group.exit ?? { kind: "next", to: following?.id ?? null },
})

const labelOf = ({ name, leading, trailing, span }: LabelStatement, id: string) => ({
  id,
  name,
  leading,
  trailing,
  span,
})

function exitOf(statement: Statement, id: string, cutter: FlowCutter): Exit | null {
  const { leading, trailing, span } = statement
  const mark = { id, leading, trailing, span }
  if (statement.kind === "GotoStatement") {
    return { kind: "goto", ...mark, label: statement.label, to: groupOf(statement.label, cutter) }
  }
  if (statement.kind === "StopStatement") return { kind: "end", ...mark, word: statement.word }
  if (
    statement.kind === "ExitStatement" &&
    (statement.what === "SUB" || statement.what === "FUNCTION")
  ) {
    return { kind: "end", ...mark, word: `EXIT ${statement.what}` }
  }
  return null
}

const groupOf = (label: string, cutter: FlowCutter): string | null =>
  cutter.labels.get(label.toLowerCase()) ?? null

function cutStep(statement: Statement, id: string, path: string, cutter: FlowCutter): Step {
  if (statement.kind === "ProcedureStatement") {
    cutter.procedures.push({ flow: procedureFlow(statement, id), body: statement.body, path })
    return { id, flow: id }
  }
  const outlets = [...cutOutlets(statement, id, path, cutter), ...gotoOutlets(statement, cutter)]
  return { id, statement: withoutBodies(statement), select: null, outlets }
}

function menuStep(
  hear: Statement,
  id: string,
  select: Statement,
  selectPath: string,
  cutter: FlowCutter,
): Step {
  const selectId = cutter.idOf(select, selectPath)
  return {
    id,
    statement: hear,
    select: { id: selectId, statement: withoutBodies(select) },
    outlets: [...cutOutlets(select, selectId, selectPath, cutter), ...gotoOutlets(hear, cutter)],
  }
}

function cutOutlets(
  statement: Statement,
  id: string,
  path: string,
  cutter: FlowCutter,
): StepOutlet[] {
  return listBodies(statement).map(({ outlet: key, block }) => ({
    key,
    body: cutBody(block, `${id}.${key}`, `${path}.${key}.`, cutter),
  }))
}

const gotoOutlets = (statement: Statement, cutter: FlowCutter): StepOutlet[] =>
  listTargets(statement).map(({ key, label }) => ({ key, label, to: groupOf(label, cutter) }))

const procedureFlow = (statement: ProcedureStatement, id: string): Omit<Flow, "body"> => ({
  id,
  kind: statement.word === "SUB" ? "sub" : "function",
  name: statement.name,
  params: statement.params,
  leading: statement.leading,
  trailing: statement.trailing,
  span: statement.span,
})
