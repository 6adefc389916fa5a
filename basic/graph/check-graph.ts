/** What JSON readers cannot see: that the parts of a graph fit each other. */
import { listBodies } from "./bodies.ts"
import type { Body, Flow, Graph, Group, StatementStep, StepOutlet } from "./graph.ts"
import { isFlowPlace } from "./graph.ts"
import { isMenuPair } from "./menu.ts"
import { GraphMistake } from "./reader.ts"
import { listTargets, sameLabel } from "./targets.ts"

/** Throws a `GraphMistake` when ids repeat, edges lead nowhere, or bodies do not fit their statement. */
export function checkGraph(graph: Graph): void {
  const [main, ...others] = graph.flows
  if (main === undefined || main.kind !== "main" || main.name !== "") {
    throw new GraphMistake(
      'The first flow of a graph is the main one: its kind is "main", its name "".',
    )
  }
  const ids = new Set<string>()
  for (const flow of graph.flows) takeId(ids, flow.id, "flow")
  for (const flow of others) checkProcedure(flow)
  const inGroups = new Set<string>()
  const inSteps = new Set<string>()
  const placed = new Set<string>()
  for (const flow of graph.flows) {
    const groups = new Map<string, Group>()
    walkGroups(flow.body, (group) => {
      takeId(inGroups, group.id, "group")
      groups.set(group.id, group)
    })
    checkBody(flow.body, { groups, steps: inSteps, placed, flows: graph.flows })
  }
  checkPlaces(main, graph, placed)
}

interface Checker {
  /** The groups of the flow by id. */
  readonly groups: ReadonlyMap<string, Group>
  readonly steps: Set<string>
  readonly placed: Set<string>
  readonly flows: readonly Flow[]
}

function takeId(used: Set<string>, id: string, what: string): void {
  if (used.has(id)) throw new GraphMistake(`Two ${what}s of the graph have the id "${id}".`)
  used.add(id)
}

function checkProcedure(flow: Flow): void {
  if (flow.kind === "main") {
    throw new GraphMistake(`The flow "${flow.id}" is a second main flow; a graph has one.`)
  }
  if (!/^[\p{L}_][\p{L}\p{M}\p{N}_]*\$?$/u.test(flow.name)) {
    throw new GraphMistake(
      `The flow "${flow.id}" is called "${flow.name}", which is not a name of letters, digits and _.`,
    )
  }
}

/** A flow that stands inside itself would have no end: every flow must be met on the way from main. */
function checkPlaces(main: Flow, graph: Graph, placed: ReadonlySet<string>): void {
  const met = new Set<string>()
  const visit = (flow: Flow): void => {
    if (met.has(flow.id)) return
    met.add(flow.id)
    walkGroups(flow.body, (group) => {
      for (const step of group.steps) {
        const inner = isFlowPlace(step) && graph.flows.find((other) => other.id === step.flow)
        if (inner) visit(inner)
      }
    })
  }
  visit(main)
  const lost = graph.flows.find(({ id }) => !met.has(id) || (id !== main.id && !placed.has(id)))
  if (lost !== undefined) {
    throw new GraphMistake(
      `The flow "${lost.id}" has no place in the text: put a step with "flow": "${lost.id}" where it stands.`,
    )
  }
}

function walkGroups(body: Body, visit: (group: Group) => void): void {
  for (const group of body.groups) {
    visit(group)
    for (const step of group.steps) {
      if (isFlowPlace(step)) continue
      for (const outlet of step.outlets) if ("body" in outlet) walkGroups(outlet.body, visit)
    }
  }
}

function checkBody(body: Body, checker: Checker): void {
  body.groups.forEach((group, index) => {
    if (group.label !== null) takeId(checker.steps, group.label.id, "step")
    for (const step of group.steps) {
      takeId(checker.steps, step.id, "step")
      if (isFlowPlace(step)) checkPlace(step.flow, checker)
      else checkStep(step, checker)
    }
    checkExit(group, body.groups[index + 1], checker)
  })
}

function checkPlace(flow: string, checker: Checker): void {
  if (!checker.flows.some(({ id, kind }) => id === flow && kind !== "main")) {
    throw new GraphMistake(`A step stands for the flow "${flow}", which the graph does not have.`)
  }
  if (checker.placed.has(flow)) throw new GraphMistake(`The flow "${flow}" stands at two places.`)
  checker.placed.add(flow)
}

function checkExit(group: Group, following: Group | undefined, checker: Checker): void {
  const { exit } = group
  if (exit.kind !== "next") takeId(checker.steps, exit.id, "step")
  if (exit.kind === "end" || exit.to === null) return
  const target = checker.groups.get(exit.to)
  if (target === undefined) {
    throw new GraphMistake(
      `The group "${group.id}" leads to "${exit.to}", which is no group of its flow.`,
    )
  }
  if (target.label === null && target.id !== following?.id) {
    throw new GraphMistake(
      `The group "${group.id}" leads to "${exit.to}", which has no label; give it one.`,
    )
  }
}

function checkStep(step: StatementStep, checker: Checker): void {
  const holder = step.select?.statement ?? step.statement
  if (step.select !== null) {
    takeId(checker.steps, step.select.id, "step")
    if (!isMenuPair(step.statement, step.select.statement)) {
      throw new GraphMistake(
        `The step "${step.id}" has a SELECT that does not choose by what its step keeps.`,
      )
    }
  }
  const expected = listBodies(holder).map(({ outlet }) => outlet)
  const bodies = step.outlets.filter((outlet) => "body" in outlet)
  const found = bodies.map(({ key }) => key)
  if (holder.kind === "IfStatement" && found.at(-1) === "no") expected.push("no")
  if (found.join() !== expected.join()) {
    throw new GraphMistake(
      `The step "${step.id}" has bodies for ${quoted(found)}; it needs them for ${quoted(expected)}, in this order.`,
    )
  }
  if (holder.kind === "IfStatement" && holder.branches.length === 0) {
    throw new GraphMistake(`The step "${step.id}" is an IF without a condition.`)
  }
  for (const { body } of bodies) {
    if (holder.kind === "IfStatement" && holder.isInline) checkInline(step.id, body)
    checkBody(body, checker)
  }
  checkTargets(step, checker)
}

const quoted = (words: readonly string[]): string =>
  words.length === 0 ? "nothing" : words.map((word) => `"${word}"`).join(", ")

/** What stands on one line of text is one statement without comments above it. */
function checkInline(id: string, body: Body): void {
  const [group, ...more] = body.groups
  const statements = (group?.steps.length ?? 0) + (group?.exit.kind === "next" ? 0 : 1)
  const isOne = statements === 1 && more.length === 0 && group?.label === null
  if (!isOne || body.closing.length > 0) {
    throw new GraphMistake(
      `The step "${id}" is an IF on one line, so each of its bodies is one statement; set "isInline" to false for more.`,
    )
  }
}

function checkTargets(step: StatementStep, checker: Checker): void {
  const written = listTargets(step.statement)
  const drawn = step.outlets.filter(
    (outlet): outlet is Extract<StepOutlet, { label: string }> => "label" in outlet,
  )
  const fits =
    drawn.length === written.length &&
    drawn.every(
      ({ key, label }, index) =>
        key === written[index]?.key && sameLabel(label, written[index].label),
    )
  if (!fits) {
    throw new GraphMistake(
      `The outlets of the step "${step.id}" lead to ${quoted(drawn.map(({ label }) => label))}, its statement to ${quoted(written.map(({ label }) => label))}.`,
    )
  }
  for (const { to, label } of drawn) {
    const name = to === null ? null : checker.groups.get(to)?.label?.name
    if (name !== null && (name === undefined || !sameLabel(name, label))) {
      throw new GraphMistake(
        `The step "${step.id}" leads to the label "${label}", which is not the label of the group "${to}".`,
      )
    }
  }
}
