/** Grows whole programs, with SUBs and FUNCTIONs, legal ones and wild ones. */
import type { Program, Statement } from "../../ast/nodes.ts"
import { nowhere } from "../../source/span.ts"
import { block, withoutFlow } from "./blocks.ts"
import { type Chooser, createChooser } from "./chooser.ts"
import { eventStatement } from "./declared.ts"
import type { Scope } from "./scope.ts"
import { commented, plain } from "./statements.ts"

/**
 * Makes a program from a list of choices: the same list, the same program.
 *
 * Shape: about one in three is wild: labels that nothing declares, EXIT FOR outside loops, broken lines.
 */
export function growProgram(choices: readonly number[]): Program {
  const choose = createChooser(choices)
  const isLegal = !choose.chance(3)
  return grow(choose, isLegal)
}

/** Makes a program that has no errors by construction. */
export const growLegalProgram = (choices: readonly number[]): Program =>
  grow(createChooser(choices), true)

function grow(choose: Chooser, isLegal: boolean): Program {
  let count = 0
  const nextLabel = () => {
    count += 1
    return `label_${count}`
  }
  const procedures = choose.chance(3)
    ? choose.many(1, 2, (index) => ({ name: ["greet", "Add_up"][index]!, params: choose.pick(3) }))
    : []
  const labels = choose.many(0, 4, nextLabel)
  const scope: Scope = { labels, loops: [], procedure: null, procedures, nextLabel, isLegal }
  const declared = isLegal || !choose.chance(3) ? labels : [...labels, ...labels]
  const main = block(choose, scope, 8, declared)
  const statements = [...main.statements]
  for (const { name, params } of procedures) {
    statements.splice(placeFor(choose, statements), 0, procedure(choose, scope, name, params))
  }
  if (choose.chance(4)) {
    const event = eventStatement(choose, (labels) =>
      block(choose, { ...withoutFlow(scope), labels }, 3, labels),
    )
    statements.splice(placeFor(choose, statements), 0, commented(choose, event))
  }
  return { kind: "Program", span: nowhere, body: { ...main, statements } }
}

/** Mostly at the end, where people put them. */
const placeFor = (choose: Chooser, statements: readonly Statement[]): number =>
  choose.chance(4) ? choose.pick(statements.length + 1) : statements.length

function procedure(choose: Chooser, scope: Scope, name: string, params: number): Statement {
  const word = choose.oneOf(["SUB", "FUNCTION"])
  const labels = choose.many(0, 2, scope.nextLabel)
  const body = block(choose, { ...scope, labels, procedure: word }, 4, labels)
  const names = ["first", "second"].slice(0, params)
  return commented(choose, {
    ...plain,
    kind: "ProcedureStatement",
    word,
    name,
    params: names,
    body,
  })
}
