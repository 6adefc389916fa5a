/**
 * Puts a graph back together as a program.
 *
 * A graph that came from `toGraph` gives back the very tree. A graph that was edited prints what it
 * shows: where the group written next is not the one an exit of kind "next" leads to, a GOTO is
 * written, and a group without an edge that is not last gets EXIT.
 */
import type { Block, Program, Statement } from "../ast/nodes.ts"
import { nowhere } from "../source/span.ts"
import { withBodies } from "./bodies.ts"
import type { Body, Exit, Flow, Graph, Group, StatementStep, Step } from "./graph.ts"
import { isFlowPlace } from "./graph.ts"

/** Makes the program of a graph: `toAst(toGraph(program))` equals `program`, comments included. */
export function toAst(graph: Graph): Program {
  const [main] = graph.flows
  if (main === undefined) throw new Error("A graph has a main flow; this one has no flow at all.")
  const writer: Writer = {
    flows: new Map(graph.flows.map((flow) => [flow.id, flow])),
    labels: listGroupLabels(graph),
  }
  return { kind: "Program", span: main.span, body: writeBody(main.body, main, writer) }
}

interface Writer {
  readonly flows: ReadonlyMap<string, Flow>
  /** Labels by group id. */
  readonly labels: ReadonlyMap<string, string>
}

function listGroupLabels(graph: Graph): Map<string, string> {
  const labels = new Map<string, string>()
  const visit = (body: Body): void => {
    for (const group of body.groups) {
      if (group.label !== null) labels.set(group.id, group.label.name)
      for (const step of group.steps) {
        if (isFlowPlace(step)) continue
        for (const outlet of step.outlets) if ("body" in outlet) visit(outlet.body)
      }
    }
  }
  for (const flow of graph.flows) visit(flow.body)
  return labels
}

function writeBody(body: Body, flow: Flow, writer: Writer): Block {
  const statements = body.groups.flatMap((group, index) => [
    ...writeLabel(group),
    ...group.steps.flatMap((step) => writeStep(step, flow, writer)),
    ...writeExit(group.exit, body.groups[index + 1], flow, writer),
  ])
  return { statements, closing: body.closing }
}

function writeLabel({ label }: Group): Statement[] {
  if (label === null) return []
  const { name, leading, trailing, span } = label
  return [{ kind: "LabelStatement", span, leading, trailing, name }]
}

function writeStep(step: Step, flow: Flow, writer: Writer): Statement[] {
  if (isFlowPlace(step)) return [writeProcedure(writer.flows.get(step.flow), writer)]
  const bodies = writeOutlets(step, flow, writer)
  return step.select === null
    ? [withBodies(step.statement, bodies)]
    : [step.statement, withBodies(step.select.statement, bodies)]
}

function writeOutlets(step: StatementStep, flow: Flow, writer: Writer): Map<string, Block> {
  const bodies = new Map<string, Block>()
  for (const outlet of step.outlets) {
    if ("body" in outlet) bodies.set(outlet.key, writeBody(outlet.body, flow, writer))
  }
  return bodies
}

function writeProcedure(flow: Flow | undefined, writer: Writer): Statement {
  if (flow === undefined) throw new Error("A step stands for a flow that the graph does not have.")
  const { name, params, leading, trailing, span } = flow
  const word = flow.kind === "sub" ? "SUB" : "FUNCTION"
  const body = writeBody(flow.body, flow, writer)
  return { kind: "ProcedureStatement", span, leading, trailing, word, name, params, body }
}

function writeExit(
  exit: Exit,
  following: Group | undefined,
  flow: Flow,
  writer: Writer,
): Statement[] {
  if (exit.kind === "next") return writeNext(exit.to, following, flow, writer)
  const { leading, trailing, span } = exit
  const mark = { span, leading, trailing }
  if (exit.kind === "end") return [endStatement(exit.word, mark)]
  const target = exit.to === null ? undefined : writer.labels.get(exit.to)
  const label = target === undefined || isSpelledAs(target, exit.label) ? exit.label : target
  return [{ kind: "GotoStatement", ...mark, label }]
}

const isSpelledAs = (label: string, written: string): boolean =>
  label.toLowerCase() === written.toLowerCase()

function writeNext(
  to: string | null,
  following: Group | undefined,
  flow: Flow,
  writer: Writer,
): Statement[] {
  if (to === (following?.id ?? null)) return []
  const mark = { span: nowhere, leading: [], trailing: null }
  const label = to === null ? undefined : writer.labels.get(to)
  if (label !== undefined) return [{ kind: "GotoStatement", ...mark, label }]
  return [endStatement(endWordOf(flow), mark)]
}

/** What ends this flow and only this flow. */
export function endWordOf(flow: {
  readonly kind: Flow["kind"]
}): "EXIT" | "EXIT SUB" | "EXIT FUNCTION" {
  if (flow.kind === "sub") return "EXIT SUB"
  return flow.kind === "function" ? "EXIT FUNCTION" : "EXIT"
}

function endStatement(
  word: Extract<Exit, { kind: "end" }>["word"],
  mark: Pick<Statement, "span" | "leading" | "trailing">,
): Statement {
  if (word === "EXIT SUB") return { kind: "ExitStatement", ...mark, what: "SUB" }
  if (word === "EXIT FUNCTION") return { kind: "ExitStatement", ...mark, what: "FUNCTION" }
  return { kind: "StopStatement", ...mark, word }
}
