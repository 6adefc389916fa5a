import type { Statement } from "../ast/nodes.ts"
import type { Token } from "../lexer/token.ts"
import { type BlockReader, headOf, listTrailing } from "./block-reader.ts"
import { blockNames, findCloser } from "./block-words.ts"
import { type Opening, placeOf } from "./loops.ts"
import type { LineReader } from "./reader.ts"

/** `SUB name[(a, b)]` ... `END SUB`, and the same with FUNCTION. Fails when the first line cannot be read. */
export function readProcedure(opening: Opening): Statement {
  const { blocks, line, reader } = opening
  takeModifier(reader)
  const word = reader.isWord("SUB") ? "SUB" : "FUNCTION"
  reader.take()
  const name = reader.takeName(`the name of the ${word}`)
  const params = reader.takeSymbol("(") ? readParams(reader) : []
  if (word === "FUNCTION" && reader.takeWord("AS")) reader.takeName("a type")
  reader.needEnd(`The first line of ${word} ${name}`)
  blocks.index++
  const kind = word === "SUB" ? "sub" : "function"
  const read = blocks.readBlock(kind)
  const found =
    takeOtherEnd(blocks, `${word} ${name}`, kind) ??
    blocks.takeCloser(kind, headOf(line), `${word} ${name}`)
  const closing = found === null ? read.closing : [...read.closing, ...listTrailing(found.line)]
  return {
    kind: "ProcedureStatement",
    word,
    name,
    params,
    body: { ...read, closing },
    ...placeOf(opening),
  }
}

const modifiers: ReadonlySet<string> = new Set(["PUBLIC", "PRIVATE", "STATIC"])

/** `Public Sub notify`: every procedure is seen in all of its script, and nowhere else. */
export function hasModifier([first, second]: readonly Token[]): boolean {
  if (first?.kind !== "word" || !modifiers.has(first.upper)) return false
  return second?.kind === "word" && (second.upper === "SUB" || second.upper === "FUNCTION")
}

function takeModifier(reader: LineReader) {
  if (!hasModifier(reader.tokens)) return
  const word = reader.take()
  const found = reader.context.source.slice(word.start, word.end)
  const edits = [{ span: { start: word.start, end: reader.peek().start }, text: "" }]
  reader.note("basic.stray_character", word, { found }, { title: `Remove ${found}`, edits })
}

/** `END FUNCTION` below SUB, and the other way round: one finding at that line says what to write there. */
function takeOtherEnd(blocks: BlockReader, opener: string, kind: "sub" | "function") {
  const line = blocks.peek()
  const closer = findCloser(line)
  const other = kind === "sub" ? "function" : "sub"
  if (line?.kind !== "code" || closer?.kinds.includes(other) !== true) return null
  const span = { start: line.start, end: line.tokens[closer.tokenCount - 1]?.end ?? line.end }
  blocks.report("basic.unclosed_block", span, { opener, closer: blockNames[kind].closer })
  blocks.index++
  return { line }
}

function readParams(reader: LineReader): string[] {
  const params: string[] = []
  while (!reader.isSymbol(")")) {
    if ((reader.isWord("BYVAL") || reader.isWord("BYREF")) && reader.peek(1).kind === "word")
      reader.take()
    params.push(reader.takeName("the name of a parameter"))
    if (reader.takeWord("AS")) reader.takeName("a type")
    if (reader.isSymbol("=")) failAtDefault(reader, params.at(-1) ?? "")
    if (!reader.takeSymbol(",")) break
  }
  if (!reader.takeSymbol(")")) reader.failExpecting(") after the parameters")
  return params
}

/** `title = "Mr"`: what is not handed over is null, and gets its value in the body. */
function failAtDefault(reader: LineReader, name: string): never {
  const sign = reader.take()
  const value = reader.peek()
  const { source } = reader.context
  const isPlain = value.kind === "text" || value.kind === "number" || value.kind === "word"
  const written = isPlain ? source.slice(value.start, value.end) : "0"
  return reader.fail("basic.parameter_default", sign, { name, value: written })
}
