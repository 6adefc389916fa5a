import type { ExitStatement, LoopWord, ObjectEntry } from "../ast/nodes.ts"
import type { BareStatement } from "./bare.ts"
import { readExpression } from "./expressions.ts"
import { readField } from "./operands.ts"
import { readGotoLabel, takeLabel } from "./place.ts"
import type { LineReader } from "./reader.ts"
import { isStrayEnd } from "./stray-end.ts"

/** `name:` alone on its line. */
export function isLabel(reader: LineReader): boolean {
  return reader.peek().kind === "word" && reader.isSymbol(":", 1) && reader.peek(2).kind === "end"
}

export function readLabel(reader: LineReader): BareStatement {
  const name = reader.takeName("the name of a label")
  reader.take()
  return { kind: "LabelStatement", name }
}

export function readGoto(reader: LineReader): BareStatement {
  reader.take()
  return { kind: "GotoStatement", label: takeLabel(reader) }
}

export function readGosub(reader: LineReader): BareStatement {
  reader.take()
  return { kind: "GosubStatement", label: takeLabel(reader) }
}

/** `RETURN`, `RETURN e`, `RETURN WITH a AS e, b AS e`. */
export function readReturn(reader: LineReader): BareStatement {
  reader.take()
  const isStray = isStrayEnd(reader)
  if (reader.isAtEnd() || isStray || reader.endsInline())
    return { kind: "ReturnStatement", value: null, fields: null }
  const isObject = reader.isWord("WITH") && (reader.isSymbol("{", 1) || reader.isSymbol("#{", 1))
  if (isObject) reader.take()
  if (!reader.isWord("WITH") || reader.peek(1).kind !== "word")
    return { kind: "ReturnStatement", value: readExpression(reader), fields: null }
  reader.take()
  const fields: ObjectEntry[] = []
  do {
    reader.isInList = true
    fields.push(readField(reader, readExpression))
  } while (reader.takeSymbol(","))
  return { kind: "ReturnStatement", value: null, fields }
}

const exits: Readonly<Record<string, ExitStatement["what"]>> = {
  FOR: "FOR",
  WHILE: "WHILE",
  DO: "DO",
  LOOP: "DO",
  SUB: "SUB",
  FUNCTION: "FUNCTION",
}

/** `EXIT`, `EXIT FOR`, `EXIT SUB` and so on. */
export function readExit(reader: LineReader): BareStatement {
  reader.take()
  const word = reader.peek()
  const what =
    word.kind === "word" && Object.hasOwn(exits, word.upper) ? exits[word.upper] : undefined
  const isWhole = word.kind === "word" && ["SCRIPT", "PROGRAM", "DIALOG"].includes(word.upper)
  if (isWhole) reader.take()
  if (what === undefined) return { kind: "StopStatement", word: "EXIT" }
  reader.take()
  return { kind: "ExitStatement", what }
}

export function readEnd(reader: LineReader): BareStatement {
  reader.take()
  return { kind: "StopStatement", word: "END" }
}

export function readBreak(reader: LineReader): BareStatement {
  reader.take()
  return { kind: "ExitStatement", what: null }
}

/** `CONTINUE`, `CONTINUE FOR` and so on. */
export function readContinue(reader: LineReader): BareStatement {
  reader.take()
  const word = reader.peek()
  const what = word.kind === "word" && Object.hasOwn(exits, word.upper) ? exits[word.upper] : null
  if (what === null || what === undefined || what === "SUB" || what === "FUNCTION")
    return { kind: "ContinueStatement", what: null }
  reader.take()
  return { kind: "ContinueStatement", what: what as LoopWord }
}

/** `OPTION STRICT`. */
export function readOption(reader: LineReader): BareStatement {
  reader.take()
  return { kind: "OptionStatement", name: reader.takeName("the name of an option").toUpperCase() }
}

/** The ON statements of the language itself; null for events, which are read elsewhere. */
export function readOn(reader: LineReader): BareStatement | null {
  if (reader.isWord("ERROR", 1)) return readOnError(reader)
  if (reader.isWord("SILENCE", 1)) return readOnSilence(reader)
  const isJump = reader.tokens.some((token) => token.kind === "word" && token.upper === "GOTO")
  return reader.isWord("MESSAGE", 1) && isJump ? readOnMessage(reader) : null
}

function readOnError(reader: LineReader): BareStatement {
  reader.index += 2
  if (reader.takeWord("RESUME")) {
    reader.needWord("NEXT", "ON ERROR RESUME")
    return { kind: "OnErrorStatement", mode: "resume", label: null }
  }
  reader.needWord("GOTO", "ON ERROR")
  const token = reader.peek()
  if (token.kind === "number" && token.value === 0) {
    reader.take()
    return { kind: "OnErrorStatement", mode: "off", label: null }
  }
  return {
    kind: "OnErrorStatement",
    mode: "goto",
    label: takeLabel(reader, "the name of a label, or 0"),
  }
}

/** `ON MESSAGE "menu", "stop" GOTO label`. */
function readOnMessage(reader: LineReader): BareStatement {
  reader.index += 2
  const texts: string[] = []
  do {
    const token = reader.peek()
    if (token.kind !== "text" || !token.isClosed)
      return reader.failExpecting('a text in quotes, such as "menu"')
    const [segment] = token.segments
    if (token.segments.length > 1 || segment?.kind === "expression")
      return reader.failExpecting("a text without variables")
    reader.take()
    texts.push(segment?.text ?? "")
  } while (reader.takeSymbol(","))
  return { kind: "OnMessageStatement", texts, label: readGotoLabel(reader, "ON MESSAGE") }
}

/** `ON SILENCE 300 GOTO label`. */
function readOnSilence(reader: LineReader): BareStatement {
  reader.index += 2
  const token = reader.peek()
  if (token.kind !== "number" || !Number.isFinite(token.value))
    return reader.failExpecting("a number of seconds")
  reader.take()
  return {
    kind: "OnSilenceStatement",
    seconds: token.value,
    label: readGotoLabel(reader, "ON SILENCE"),
  }
}
