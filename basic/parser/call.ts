import type { Expression } from "../ast/nodes.ts"
import type { BareStatement } from "./bare.ts"
import { readArguments } from "./bracket.ts"
import { expressionReaders, readExpression } from "./expressions.ts"
import { failMissingOperand } from "./operands.ts"
import { readFailGoto } from "./place.ts"
import type { LineReader } from "./reader.ts"

/** What CALL leads to: a procedure by name, or a script or platform path by text. */
interface CallTarget {
  readonly name: string | null
  readonly path: Expression | null
  readonly args: readonly Expression[]
}

/** `CALL name`, `CALL name(a, b)`, `CALL name a, b`, `CALL "path", a, b`. */
export function readCallStatement(reader: LineReader): BareStatement {
  reader.take()
  if (reader.isAtEnd()) failMissingOperand(reader, "CALL", "CALL greet(name)")
  const target = readCallTarget(reader)
  return { kind: "CallStatement", ...target, failGoto: readFailGoto(reader) }
}

/** Signs that follow the name of a procedure; any other belongs to a value. */
const nameEnds: ReadonlySet<string> = new Set([",", "(", ";", ":"])

function readCallTarget(reader: LineReader): CallTarget {
  const follower = reader.peek(1)
  const isName =
    reader.peek().kind === "word" &&
    (follower.kind !== "symbol" || nameEnds.has(follower.text)) &&
    !(follower.kind === "word" && follower.upper === "MOD")
  if (!isName) {
    const path = readExpression(reader)
    return { name: null, path, args: readRest(reader, reader.takeSymbol(",")) }
  }
  const name = reader.takeName("the name of a procedure")
  if (reader.isSymbol("("))
    return { name, path: null, args: readArguments(reader, expressionReaders) }
  if (reader.isWord("WITH") && reader.peek(1).kind === "word") failAtNamed(reader, name)
  const isComma = reader.takeSymbol(",")
  const isEnd = reader.isAtEnd() || reader.isSymbol(";") || reader.isSymbol(":")
  const isArgument = !isEnd && !reader.isWord("ELSE")
  return { name, path: null, args: readRest(reader, isComma || isArgument) }
}

/** `CALL greet WITH name = "Ana"`: a procedure takes its arguments by their places. */
function failAtNamed(reader: LineReader, name: string) {
  if (!reader.isSymbol("=", 2) && !reader.isWord("AS", 2)) return
  const expected = `the arguments in their order, as in CALL ${name}(1, 2)`
  reader.fail("basic.unexpected", reader.peek(), { expected, found: "WITH" })
}

function readRest(reader: LineReader, isMore: boolean): Expression[] {
  const args: Expression[] = []
  if (!isMore) return args
  do {
    reader.isInList = true
    args.push(readExpression(reader))
  } while (reader.takeSymbol(","))
  reader.isInList = false
  return args
}
