import type { Expression, ObjectEntry, Operand, Operands } from "../ast/nodes.ts"
import { splitWord } from "../keywords/form-shape.ts"
import type { FormEnd, FormNode } from "../keywords/form-trie.ts"
import type { Token } from "../lexer/token.ts"
import { isOperandStart } from "./operand-start.ts"
import { type LineReader, ParseFailure, ShapeFailure } from "./reader.ts"

/** How far an operand reaches. Handed in, because expressions themselves contain commands. */
export interface ExpressionReaders {
  /** Everything: comparisons, AND, OR, `?:`. */
  readonly full: (reader: LineReader) => Expression
  /** Up to `+` and `-`: the operands of loose value commands. */
  readonly additive: (reader: LineReader) => Expression
  /** Up to members and calls, with signs before them: the operands of tight ones. */
  readonly postfix: (reader: LineReader) => Expression
}

export interface MatchedForm {
  readonly end: FormEnd
  readonly operands: Operands
}

/** Reads the operands of a command from the node its phrase leads to. */
export class OperandReader {
  private readonly given: Operand[] = []
  private height = 0
  private isInObject = false
  private readonly reader: LineReader
  /** Words that go on with the command around this one. */
  private readonly outerWords: LineReader["stopWords"]
  private readonly readValue: (reader: LineReader) => Expression
  private readonly readers: ExpressionReaders
  private readonly keyword: string

  constructor(
    reader: LineReader,
    readers: ExpressionReaders,
    reach: keyof ExpressionReaders,
    keyword: string,
  ) {
    this.reader = reader
    this.outerWords = reader.stopWords
    this.readers = readers
    this.readValue = readers[reach]
    this.keyword = keyword
  }

  /** Reads as far as the forms go. Inside a list it stops at the first comma it may leave. */
  read(start: FormNode): MatchedForm {
    const wasInList = this.reader.isInList
    this.isInObject = this.reader.isInObject
    this.reader.isInObject = false
    let node = start
    while (true) {
      const next = this.step(node, wasInList)
      if (next === null) break
      node = next
    }
    this.reader.isInList = wasInList
    this.reader.isInObject = this.isInObject
    if (node.end === null) return this.failIncomplete(node)
    const { names } = node.end
    this.reader.height = this.height + 1
    const operands: Record<string, Operand> = {}
    for (let index = 0; index < names.length; index++)
      operands[names[index] as string] = this.given[index] as Operand
    return { end: node.end, operands }
  }

  private step(node: FormNode, isInList: boolean): FormNode | null {
    const token = this.reader.peek()
    if (token.kind === "symbol") {
      const marked = node.marks.get(token.text)
      const isOutside =
        token.text === "," && isInList && node.end !== null && !this.isOwnComma(node)
      if (marked !== undefined && isOutside && !this.isInObject)
        this.reader.note("basic.nested_operands", token, { keyword: this.keyword })
      if (marked !== undefined && (!isOutside || this.isSessionPair() || this.isFilter())) {
        this.reader.take()
        return marked
      }
      if (marked !== undefined) return null
    }
    const worded = this.takeFormWord(node, token)
    if (worded !== null) return worded
    const isWordOnly = node.hole?.as === "word" && node.hole.bareWords.size > 0
    const isListed = token.kind === "word" && node.hole?.bareWords.has(token.upper) === true
    if (node.end !== null && isWordOnly && !isListed) return null
    if (node.hole === null || (node.end !== null && !isOperandStart(this.reader))) return null
    if (!isOperandStart(this.reader)) return this.failIncomplete(node)
    this.given.push(this.readOperand(node.hole))
    return node.hole.node
  }

  /** In an object a comma has a key behind it, or ends it; and a call takes no more arguments than it has. */
  private isOwnComma(node: FormNode): boolean {
    if (node.marks.get(",") === undefined) return false
    if (this.isInObject) return !isEntryNext(this.reader)
    if (this.reader.spareCommas === 0) return false
    this.reader.spareCommas--
    return true
  }

  /** Inside a list `GET SESSION id, "key"` is one operand: a session's own keys are written as texts. */
  private isSessionPair(): boolean {
    if (this.keyword !== "GET SESSION" || this.reader.peek(1).kind !== "text") return false
    const [first] = this.given
    return this.given.length === 1 && first?.kind !== "TextLiteral"
  }

  /** `FIRST(FIND "guests", "seats > 2")`: a text that compares is a condition, and no argument of the function. */
  private isFilter(): boolean {
    const token = this.reader.peek(1)
    if (this.keyword !== "FIND" || token.kind !== "text" || this.given.length !== 1) return false
    return token.segments.some((part) => part.kind === "characters" && /[=<>]/.test(part.text))
  }

  /** A word of the form wins over a variable of that name, unless what must follow the word is not there. */
  private takeFormWord(node: FormNode, token: Token): FormNode | null {
    if (token.kind !== "word") return null
    if (node.end !== null && this.outerWords?.has(token.upper)) return null
    let next: FormNode | undefined = node
    for (const part of splitWord(token.upper)) next = next?.words.get(part)
    if (next === undefined || next === node) return null
    this.reader.take()
    const behind = this.reader.peek()
    const isPhrase = behind.kind === "word" && next.words.has(behind.upper)
    if (node.hole === null || next.end !== null || isPhrase || isOperandStart(this.reader))
      return next
    if (this.reader.isAtEnd() && isShoutedText(token.text)) this.failBehind(next, token)
    this.reader.index--
    return null
  }

  private readOperand(hole: NonNullable<FormNode["hole"]>): Operand {
    const { reader } = this
    reader.isInList = reader.isInList || hole.node.marks.has(",")
    if (hole.as === "fields") return { kind: "FieldList", fields: this.readFields() }
    if (hole.as === "values") return { kind: "ExpressionList", items: this.readList() }
    if (hole.as === "order") return readOrder(reader, this.readValue)
    const word = this.takeBareWord(hole.bareWords, hole.as === "word") ?? this.takeRange()
    if (word !== null) return hole.as === "word" ? { kind: "Word", text: word.value } : word
    if (hole.as === "word") return reader.failExpecting([...hole.bareWords].join(", "))
    const { stopWords } = reader
    reader.stopWords = joinWords(hole.node.words, hole.node.hole?.bareWords, stopWords)
    const isBeforeEquals = hole.node.marks.has("=")
    const readValue = hole.as === "condition" ? this.readers.full : this.readValue
    const value = isBeforeEquals ? this.readers.additive(reader) : readValue(reader)
    this.height = Math.max(this.height, reader.height)
    reader.stopWords = stopWords
    return value
  }

  /** `QUERY METRICS "visits" FOR 7d`: a length of time without quotes. */
  private takeRange() {
    const [count, unit] = [this.reader.peek(), this.reader.peek(1)]
    if (this.keyword !== "QUERY METRICS" || count.kind !== "number" || unit.kind !== "word")
      return null
    if (unit.hasSpaceBefore || !/^[smhdwy]$/i.test(unit.text)) return null
    this.reader.index += 2
    const span = { start: count.start, end: unit.end }
    const value = this.reader.context.source.slice(span.start, span.end)
    return { kind: "TextLiteral", value, isMultiline: false, span } as const
  }

  /** A word the definition lists, such as JSON in FORMAT x AS JSON, is itself and no variable. */
  private takeBareWord(words: ReadonlySet<string>, isOnly: boolean) {
    const token = this.reader.peek()
    if (token.kind !== "word" || !words.has(token.upper)) return null
    const follower = this.reader.peek(1)
    if (!isOnly && follower.kind === "symbol" && [".", "(", "["].includes(follower.text))
      return null
    this.reader.take()
    const { start, end } = token
    return {
      kind: "TextLiteral",
      value: token.upper,
      isMultiline: false,
      span: { start, end },
    } as const
  }

  private readList(): Expression[] {
    const items: Expression[] = []
    do {
      this.reader.isInList = true
      items.push(this.readValue(this.reader))
      this.height = Math.max(this.height, this.reader.height)
    } while (this.reader.takeSymbol(","))
    return items
  }

  private readFields(): readonly ObjectEntry[] {
    if (this.reader.isSymbol("{") || this.reader.isSymbol("#{")) return this.readFieldObject()
    const fields: ObjectEntry[] = []
    do {
      this.reader.isInList = true
      fields.push(readField(this.reader, this.readValue))
      this.height = Math.max(this.height, this.reader.height)
    } while (this.reader.takeSymbol(","))
    return fields
  }

  /** `WITH { a: 1 }` is WITH a = 1. */
  private readFieldObject(): readonly ObjectEntry[] {
    const value = this.readValue(this.reader)
    this.height = Math.max(this.height, this.reader.height)
    const entries = value.kind === "ObjectLiteral" ? value.entries : []
    const areNames = entries.length > 0 && entries.every(({ key }) => fieldName.test(key))
    return areNames ? entries : this.reader.failExpecting("fields with names, such as name = value")
  }

  /** `FIND "guests" WHERE` and nothing more. */
  private failBehind(node: FormNode, { text, end }: Token & { kind: "word" }): never {
    const facts = { keyword: text, example: exampleOf(node), hasComment: 0 }
    return this.reader.fail("basic.missing_operand", { start: end, end }, facts)
  }

  private failIncomplete(node: FormNode): never {
    this.reader.failAtText()
    if (this.given.length > 0 || !this.reader.isAtEnd()) this.failShape(node)
    return this.failMissing(node)
  }

  /** The same failure as one that a lenient reader may take back. */
  private failShape(node: FormNode): never {
    try {
      return this.failMissing(node)
    } catch (failure) {
      if (failure instanceof ParseFailure) throw new ShapeFailure(failure.diagnostic)
      throw failure
    }
  }

  private failMissing(node: FormNode): never {
    const [mark] = node.marks.keys()
    const [word] = node.words.keys()
    if (node.hole === null && (mark ?? word) !== undefined)
      return this.reader.failExpecting(
        `${mark === "," ? "a comma" : (mark ?? word)} and a value for ${this.keyword}`,
      )
    return failMissingOperand(this.reader, this.keyword, exampleOf(node))
  }
}

/** Behind the comma at the next token stands `key:`, a variable that is its own key, or the end of the object. */
function isEntryNext(reader: LineReader): boolean {
  if (reader.isSymbol("}", 1) || reader.isSymbol(":", 2)) return true
  const isCut = reader.isSymbol(",", 2) || reader.isSymbol("}", 2)
  return reader.peek(1).kind === "word" && isCut
}

const fieldName = /^[\p{L}_][\p{L}\p{N}_]*$/u

const isShoutedText = (text: string): boolean => /^[A-Z_]{2,}$/.test(text)

/** `created DESC, name`: one word of text; anything but names is an expression. */
function readOrder(reader: LineReader, readValue: (reader: LineReader) => Expression): Operand {
  if (reader.peek().kind !== "word" || reader.isSymbol("(", 1)) return readValue(reader)
  const columns: string[] = []
  do {
    const column = reader.takeName("the name of a column")
    const isDescending = reader.takeWord("DESC")
    if (!isDescending) reader.takeWord("ASC")
    columns.push(isDescending ? `${column} DESC` : column)
  } while (reader.takeSymbol(","))
  return { kind: "Word", text: columns.join(", ") }
}

function joinWords(
  own: ReadonlyMap<string, unknown>,
  bare: ReadonlySet<string> | undefined,
  outer: LineReader["stopWords"],
): LineReader["stopWords"] {
  const isNew = own.size > 0 || (bare !== undefined && bare.size > 0)
  if (!isNew) return outer
  return {
    has: (word) => own.has(word) || bare?.has(word) === true || outer?.has(word) === true,
  }
}

/** `name = e` or `name AS e`. */
export function readField(
  reader: LineReader,
  readValue: (reader: LineReader) => Expression,
): ObjectEntry {
  const key = reader.takeName("the name of a field")
  if (!reader.takeSymbol("=") && !reader.takeWord("AS")) reader.failExpecting(`= after ${key}`)
  return { key, value: readValue(reader) }
}

export function failMissingOperand(reader: LineReader, keyword: string, example: string): never {
  reader.failAtText()
  if (!reader.isAtEnd()) return reader.failExpecting(`a value for ${keyword}`)
  const at = { start: reader.lastEnd(), end: reader.lastEnd() }
  const hasComment = reader.context.source.slice(at.end).trimStart().startsWith("'") ? 1 : 0
  return reader.fail("basic.missing_operand", at, { keyword, example, hasComment })
}

/** The first line of the example of whatever keyword the node may become. */
export function exampleOf(node: FormNode): string {
  for (let at: FormNode | undefined = node; at !== undefined; ) {
    const { end }: FormNode = at
    if (end !== null) return lineWith(end.keyword.example, end.keyword.name)
    at = at.hole?.node ?? at.marks.values().next().value ?? at.words.values().next().value
  }
  return ""
}

const lineWith = (example: string, name: string): string =>
  example.split("\n").find((line) => line.includes(name)) ?? example
