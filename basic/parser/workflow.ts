import type { Statement, StepStatement } from "../ast/nodes.ts"
import { asWritten } from "../lexer/characters.ts"
import type { Token } from "../lexer/token.ts"
import type { BareStatement } from "./bare.ts"
import { type BlockReader, listInner, listTrailing } from "./block-reader.ts"
import { countPhrase } from "./block-words.ts"
import { readExpression } from "./expressions.ts"
import { isOperandStart } from "./operand-start.ts"
import type { LineReader } from "./reader.ts"

/** Where the action of `STEP n:` begins; 0 when the line is none. */
export function findAction(tokens: readonly Token[]): number {
  const [first, , third] = tokens
  if (first?.kind !== "word" || !["STEP", "BRANCH"].includes(first.upper)) return 0
  return third?.kind === "symbol" && third.text === ":" ? 3 : 0
}

/** `STEP 1: BOT "b" "task"`, `BRANCH A: BOT "b"`, `STEP 2: HUMAN APPROVAL FROM "mail"`; null for other lines. */
export function readStep(reader: LineReader): BareStatement | null {
  const at = findAction(reader.tokens)
  if (at === 0 || reader.index > 0) return null
  const action = countPhrase(reader.tokens.slice(at), "HUMAN APPROVAL")
  const isBot = countPhrase(reader.tokens.slice(at), "BOT") > 0
  if (action === 0 && !isBot) return null
  const word = reader.isWord("STEP") ? "STEP" : "BRANCH"
  reader.take()
  const step = takeStep(reader)
  reader.index = at + (isBot ? 1 : action)
  return isBot ? readBot(reader, word, step) : readApproval(reader, word, step)
}

export function takeStep(reader: LineReader): string {
  const { start, end } = reader.take()
  return asWritten(reader.context.source, start, end)
}

const empty = { subject: null, task: null, timeout: null, onTimeout: null } as const

function readBot(reader: LineReader, word: StepStatement["word"], step: string): BareStatement {
  const subject = readExpression(reader)
  reader.takeSymbol(",")
  if (!reader.takeWord("TO")) reader.takeWord("WITH")
  const task = reader.isAtEnd() || !isOperandStart(reader) ? null : readExpression(reader)
  return { kind: "StepStatement", word, step, action: "BOT", ...empty, subject, task }
}

function readApproval(
  reader: LineReader,
  word: StepStatement["word"],
  step: string,
): BareStatement {
  const subject = reader.takeWord("FROM") ? readExpression(reader) : null
  const timeout = reader.takeWord("TIMEOUT") ? readExpression(reader) : null
  return { kind: "StepStatement", word, step, action: "HUMAN APPROVAL", ...empty, subject, timeout }
}

/** Takes the lines TIMEOUT and ON TIMEOUT that stand below an approval. Comments between them move above it. */
export function takeStepClauses(blocks: BlockReader, step: Statement): Statement {
  if (step.kind !== "StepStatement" || step.action !== "HUMAN APPROVAL") return step
  let { timeout, onTimeout, leading, span } = step
  for (let line = blocks.peek(); line?.kind === "code"; line = blocks.peek()) {
    const reader = blocks.readerFor(line.tokens)
    const isTimeout = reader.isWord("TIMEOUT") && timeout === null && reader.tokens.length > 2
    const words = countPhrase(line.tokens, "ON TIMEOUT")
    if (!isTimeout && (words === 0 || onTimeout !== null)) break
    const at = blocks.index
    const isRead = blocks.attempt(() => {
      reader.index = isTimeout ? 1 : words
      if (isTimeout) timeout = readExpression(reader)
      else onTimeout = readFreeWords(reader)
      reader.needEnd("TIMEOUT")
      return true
    })
    if (isRead === null) {
      blocks.index = at
      break
    }
    blocks.index++
    const comments = listTrailing(line)
    leading = [...leading, ...line.leading.filter(isComment), ...listInner(line), ...comments]
    span = { start: span.start, end: line.end }
  }
  return { ...step, timeout, onTimeout, leading, span }
}

const isComment = (trivia: { readonly kind: string }): boolean => trivia.kind === "Comment"

function readFreeWords(reader: LineReader): string {
  reader.takeSymbol(":")
  const start = reader.peek().start
  while (!reader.isAtEnd()) {
    reader.failAtText()
    reader.take()
  }
  return asWritten(reader.context.source, start, reader.lastEnd()).replace(/\s+/g, " ")
}
