import type {
  ContinueStatement,
  DoStatement,
  ExitStatement,
  ForEachStatement,
  ForStatement,
  LoopWord,
  WhileStatement,
} from "../ast/nodes.ts"
import { compileFailure } from "./compile-error.ts"
import type { Compiler, OpenLoop } from "./context.ts"

/** FOR i = a TO b STEP s. Limit and step lie in two hidden slots. */
export function compileFor(c: Compiler, statement: ForStatement) {
  c.withSlots(2, (first) => {
    const variable = c.slot(statement.variable)
    c.expression(statement.from)
    c.expression(statement.to)
    if (statement.step) c.expression(statement.step)
    else c.out.emit("PUSH_INT", 1)
    const body = c.out.newTarget()
    inLoop(c, "FOR", (loop) => {
      c.out.jump(
        `FOR_START_${variable.kind === "global" ? "GLOBAL" : "LOCAL"}`,
        loop.exit,
        variable.index,
        first,
      )
      c.out.bind(body)
      c.block(statement.body)
      c.out.bind(loop.next)
      c.mark(statement)
      c.out.jump(
        `FOR_NEXT_${variable.kind === "global" ? "GLOBAL" : "LOCAL"}`,
        body,
        variable.index,
        first,
      )
    })
  })
}

/** FOR EACH x IN e. List, place and length lie in three hidden slots. */
export function compileForEach(c: Compiler, statement: ForEachStatement) {
  c.withSlots(3, (first) => {
    c.expression(statement.list)
    c.out.emit("EACH_START", first)
    inLoop(c, "FOR", (loop) => {
      c.out.bind(loop.next)
      c.out.jump("EACH_NEXT", loop.exit, first)
      c.variable("STORE", c.slot(statement.variable))
      c.block(statement.body)
      c.mark(statement)
      c.out.jump("JUMP", loop.next)
    })
  })
}

/** WHILE c ... WEND. The condition stands at the end, so that each round costs one jump. */
export function compileWhile(c: Compiler, statement: WhileStatement) {
  inLoop(c, "WHILE", (loop) => {
    const body = c.out.newTarget()
    c.out.jump("JUMP", loop.next)
    c.out.bind(body)
    c.block(statement.body)
    c.out.bind(loop.next)
    c.mark(statement)
    c.condition(statement.condition, true, body)
  })
}

/** DO ... LOOP with a condition at one end, or none. */
export function compileDo(c: Compiler, statement: DoStatement) {
  inLoop(c, "DO", (loop) => {
    const { test } = statement
    const body = c.out.newTarget()
    if (test?.at === "start") c.out.jump("JUMP", loop.next)
    c.out.bind(body)
    c.block(statement.body)
    c.out.bind(loop.next)
    c.mark(statement)
    if (test) c.condition(test.condition, !test.until, body)
    else c.out.jump("JUMP", body)
  })
}

/** EXIT FOR, EXIT SUB, BREAK. */
export function compileExit(c: Compiler, { what }: ExitStatement) {
  if (what === "SUB" || what === "FUNCTION") return c.out.emit("RETURN_NULL")
  const loop = findLoop(c, what)
  if (loop) return c.out.jump("JUMP", loop.exit)
  dropOut(c, `EXIT ${what ?? ""}`.trim())
}

/** CONTINUE: the next round. */
export function compileContinue(c: Compiler, { what }: ContinueStatement) {
  const loop = findLoop(c, what)
  if (loop) return c.out.jump("JUMP", loop.next)
  dropOut(c, "CONTINUE")
}

function inLoop(c: Compiler, word: LoopWord, body: (loop: OpenLoop) => void) {
  const loop: OpenLoop = { word, exit: c.out.newTarget(), next: c.out.newTarget() }
  c.flow.loops.push(loop)
  body(loop)
  c.flow.loops.pop()
  c.out.bind(loop.exit)
}

/** The innermost loop of that word; of any word when there is none. */
function findLoop(c: Compiler, word: LoopWord | null): OpenLoop | undefined {
  const { loops } = c.flow
  return loops.findLast((loop) => loop.word === word) ?? loops.at(-1)
}

/** Outside of any loop the analyzer has reported the line. */
function dropOut(c: Compiler, words: string) {
  compileFailure(c, "basic.broken_line", words)
  c.out.emit("POP")
}
