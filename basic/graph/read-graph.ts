/** Reads a graph from JSON and refuses, with a sentence, whatever is not one. */

import { nowhere } from "../source/span.ts"
import { checkGraph } from "./check-graph.ts"
import type { Body, Exit, Flow, Graph, Group, GroupLabel, Step, StepOutlet } from "./graph.ts"
import { kindOf, name } from "./read-expression.ts"
import { statement, trailing, trivia } from "./read-statement.ts"
import {
  fieldsOf,
  GraphMistake,
  listOf,
  objectOf,
  oneOf,
  orNull,
  type Reader,
  text,
} from "./reader.ts"

export type ReadGraphResult =
  | { readonly ok: true; readonly graph: Graph }
  | { readonly ok: false; readonly message: string }

/**
 * Reads what `writeGraph` wrote, perhaps edited by hand.
 *
 * Shape: spans are empty; every edge leads to a group of its flow, ids are unique, each SUB and
 * FUNCTION stands at exactly one place. Anything else is refused with the place and what belongs there.
 */
export function readGraph(json: string): ReadGraphResult {
  try {
    const graph = graphReader(parseJson(json), "the top")
    checkGraph(graph)
    return { ok: true, graph }
  } catch (error) {
    if (error instanceof GraphMistake) return { ok: false, message: error.message }
    if (error instanceof RangeError) {
      return { ok: false, message: "The graph is nested too deeply to be read." }
    }
    throw error
  }
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new GraphMistake(`The graph is not JSON: ${error.message}.`)
  }
}

const span = () => nowhere

const bodyReader: Reader<Body> = (value, path) =>
  objectOf<Body>(() => ({ groups: listOf(groupReader), closing: trivia }))(value, path)

const labelReader = objectOf<GroupLabel>(() => ({
  id: text,
  name,
  leading: trivia,
  trailing,
  span,
}))
const groupReader = objectOf<Group>(() => ({
  id: text,
  label: orNull(labelReader),
  steps: listOf(stepReader),
  exit: exitReader,
}))

const mark = { id: text, leading: trivia, trailing, span }
const exitReader: Reader<Exit> = (value, path) => {
  switch (kindOf(value)) {
    case "goto": {
      const shape = { ...mark, kind: oneOf(["goto"]), to: orNull(text), label: name }
      return objectOf<Extract<Exit, { kind: "goto" }>>(() => shape)(value, path)
    }
    case "end": {
      const words = oneOf(["EXIT", "END", "EXIT SUB", "EXIT FUNCTION"])
      const shape = { ...mark, kind: oneOf(["end"]), word: words }
      return objectOf<Extract<Exit, { kind: "end" }>>(() => shape)(value, path)
    }
    default: {
      const shape = { kind: oneOf(["next", "goto", "end"]), to: orNull(text) }
      const { to } = objectOf<{ kind: string; to: string | null }>(() => shape)(value, path)
      return { kind: "next", to }
    }
  }
}

const outletReader: Reader<StepOutlet> = (value, path) => {
  const fields = fieldsOf(value, path, ["key", "body", "to", "label"])
  return "body" in fields
    ? objectOf<{ key: string; body: Body }>(() => ({ key: text, body: bodyReader }))(value, path)
    : objectOf<{ key: string; to: string | null; label: string }>(() => ({
        key: text,
        to: orNull(text),
        label: name,
      }))(value, path)
}

const selectReader = objectOf<{ id: string; statement: ReturnType<typeof statement> }>(() => ({
  id: text,
  statement,
}))
const stepReader: Reader<Step> = (value, path) => {
  const fields = fieldsOf(value, path, ["id", "flow", "statement", "select", "outlets"])
  if ("flow" in fields) {
    return objectOf<{ id: string; flow: string }>(() => ({ id: text, flow: text }))(value, path)
  }
  return objectOf<Exclude<Step, { flow: string }>>(() => ({
    id: text,
    statement,
    select: orNull(selectReader),
    outlets: listOf(outletReader),
  }))(value, path)
}

const flowReader = objectOf<Flow>(() => ({
  id: text,
  kind: oneOf(["main", "sub", "function"]),
  name: text,
  params: listOf(name),
  leading: trivia,
  trailing,
  span,
  body: bodyReader,
}))

const graphReader: Reader<Graph> = (value, path) => {
  const fields = fieldsOf(value, path, ["version", "flows"])
  if (fields.version !== 1) {
    throw new GraphMistake(
      `The graph is of version ${JSON.stringify(fields.version)}; this reads version 1.`,
    )
  }
  return { version: 1, flows: listOf(flowReader)(fields.flows, "flows") }
}
