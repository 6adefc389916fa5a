import { listBlocks } from "../ast/blocks.ts"
import type { Block, DeferStatement, EventStatement, Program, Statement } from "../ast/nodes.ts"
import { visitStatements } from "../ast/walk.ts"
import { splitTools } from "./split-tools.ts"

/** A part of a script that runs on its own, and the function of the bundle that it compiles to. */
export interface OwnBody {
  /** "tool:0", "on:0", "later:0": counted by kind in the order of the text. */
  readonly name: string
  readonly body: Block
}

export interface OwnBodies {
  readonly bodies: readonly OwnBody[]
  /** The function of an ON with a body, and of a SCHEDULE IN. */
  readonly names: ReadonlyMap<EventStatement | DeferStatement, string>
}

const known = new WeakMap<Program, OwnBodies>()

/** Lists the parts of a script that start on their own: tools of a library, events, what is put off. */
export function ownBodiesOf(program: Program): OwnBodies {
  const found = known.get(program)
  if (found !== undefined) return found
  const bodies: OwnBody[] = listTools(program)
  const names = new Map<EventStatement | DeferStatement, string>()
  const counts = { on: 0, later: 0 }
  visitStatements(program.body, (statement) => {
    const kind = kindOf(statement)
    if (kind === null) return
    const { body } = statement as EventStatement | DeferStatement
    const name = `${kind}:${counts[kind]++}`
    names.set(statement as EventStatement | DeferStatement, name)
    if (body !== null) bodies.push({ name, body })
  })
  const own = { bodies, names }
  known.set(program, own)
  return own
}

function kindOf(statement: Statement): "on" | "later" | null {
  if (statement.kind === "DeferStatement") return "later"
  return statement.kind === "EventStatement" && statement.body !== null ? "on" : null
}

/** So many statements are put in front of the tools of one library; a longer preamble stays out of them. */
const mostShared = 20_000

/** Each tool of a library begins with what stands above all of them. */
function listTools(program: Program): OwnBody[] {
  const split = splitTools(program)
  if (split === null) return []
  const isShared = listAll(split.preamble) * split.sections.length <= mostShared
  const shared = isShared ? split.preamble : []
  return split.sections.map(({ statements }, index) => ({
    name: `tool:${index}`,
    body: { statements: [...shared, ...statements], closing: [] },
  }))
}

const listAll = (statements: readonly Statement[]): number =>
  statements.reduce(
    (count, statement) =>
      listBlocks(statement).reduce((sum, { block }) => sum + listAll(block.statements), count + 1),
    0,
  )

/** What runs when the script itself is started: a library of tools does only what stands above them. */
export function mainBodyOf(program: Program): Block {
  const split = splitTools(program)
  return split === null ? program.body : { statements: split.preamble, closing: [] }
}
