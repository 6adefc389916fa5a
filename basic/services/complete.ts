import { hearTypes } from "../hear/types.ts"
import type { CommandKeyword, FunctionKeyword } from "../keywords/define.ts"
import { functions } from "../keywords/functions.ts"
import { grammarForms } from "../keywords/grammar-forms.ts"
import { commands } from "../keywords/index.ts"
import type { Token } from "../lexer/token.ts"
import type { Span } from "../source/span.ts"
import { listOpenClosers } from "./closers.ts"
import { type CursorPlace, placeAt } from "./cursor.ts"
import { type InsertPart, insertionOf, snippetParts } from "./insertion.ts"
import {
  commandOf,
  type FormPlace,
  findPhrase,
  matchForms,
  type Piece,
  toPieces,
} from "./match-forms.ts"
import { membersOf, tablesOf } from "./members.ts"
import type { SourceModel } from "./source-model.ts"
import { labelsOf, proceduresOf, variablesOf } from "./symbols.ts"

export type CompletionKind =
  | "command"
  | "function"
  | "variable"
  | "label"
  | "procedure"
  | "member"
  | "word"
  | "type"
  | "snippet"
  | "table"

/** One thing that may be written at the cursor. */
export interface Completion {
  readonly label: string
  readonly kind: CompletionKind
  /** What it replaces: the word, or the words of the phrase, before the cursor. */
  readonly replaces: Span
  readonly insert: readonly InsertPart[]
  /** A word of the language, for `describeWord`; null for the author's own names. */
  readonly describes: string | null
  /** Likelier ones first. */
  readonly rank: number
}

interface Offer {
  readonly label: string
  readonly kind: CompletionKind
  readonly rank: number
  readonly insert?: readonly InsertPart[]
  readonly describes?: string
}

/** Lists what may be written at an offset; nothing inside texts without meaning, comments and raw lines. */
export function completeAt(model: SourceModel, offset: number): Completion[] {
  const place = placeAt(model, offset)
  if (place.kind === "none") return []
  const tokens = statementTokens(place)
  const pieces = toPieces(tokens)
  if (place.kind === "text") return toCompletions(offerTables(model, pieces), place.word)
  const before = tokens.at(-1)
  if (before?.kind === "symbol" && (before.text === "." || before.text === "?."))
    return toCompletions(offerMembers(model, tokens), place.word)
  const isStatement = place.isStatement && pieces.every((piece) => piece.word !== null)
  const found: Completion[] = []
  if (isStatement) found.push(...offerStatements(model, place, tokens))
  if (pieces.length > 0 || !place.isStatement)
    found.push(...toCompletions(offerOperands(model, place, pieces), place.word))
  return unique(found)
}

/** The tokens of the innermost statement: behind THEN and ELSE another one begins. */
function statementTokens(place: CursorPlace): readonly Token[] {
  if (!place.isStatement) return place.tokens
  const at = place.tokens.findLastIndex(
    (token) => token.kind === "word" && (token.upper === "THEN" || token.upper === "ELSE"),
  )
  const first = place.tokens[0]
  const isIf = first?.kind === "word" && first.upper === "IF"
  return isIf && at > 0 ? place.tokens.slice(at + 1) : place.tokens
}

const toCompletions = (offers: readonly Offer[], replaces: Span): Completion[] =>
  offers.map((offer) => ({
    label: offer.label,
    kind: offer.kind,
    replaces: { start: replaces.start, end: replaces.end },
    insert: offer.insert ?? [offer.label],
    describes: offer.describes ?? null,
    rank: offer.rank,
  }))

function unique(found: readonly Completion[]): Completion[] {
  const seen = new Set<string>()
  return found
    .filter(({ label }) => !seen.has(label) && seen.add(label))
    .sort((a, b) => a.rank - b.rank || (a.label < b.label ? -1 : Number(a.label > b.label)))
}

/** Statements that begin with the words written so far; they replace all of them. */
function offerStatements(
  model: SourceModel,
  { word, flow }: CursorPlace,
  tokens: readonly Token[],
): Completion[] {
  const start = tokens[0]?.start
  const shift = start === undefined ? 0 : word.start - lastEnd(tokens)
  const typed = toPieces(tokens).map((piece) => piece.word)
  const prefix = [...typed, ""].join(" ")
  const begin =
    start === undefined ? word.start : model.source.lastIndexOf(firstWord(tokens), word.start)
  const replaces = { start: shift < 0 || begin < 0 ? word.start : begin, end: word.end }
  const offers = statementOffers(model, word.start).filter(
    ({ label }) => typed.length === 0 || label.toUpperCase().startsWith(prefix),
  )
  const names = typed.length > 0 ? [] : [...offerNames(model, flow), ...offerProcedures(model)]
  return [...toCompletions(offers, replaces), ...toCompletions(names, word)]
}

const lastEnd = (tokens: readonly Token[]): number => tokens.at(-1)?.end ?? 0
const firstWord = (tokens: readonly Token[]): string =>
  tokens[0]?.kind === "word" ? tokens[0].text : ""

function statementOffers(model: SourceModel, offset: number): Offer[] {
  return [
    ...listOpenClosers(model, offset).map(
      (label, index): Offer => ({ label, kind: "word", rank: index }),
    ),
    ...grammarForms.map(
      (form): Offer => ({
        label: form.keyword,
        kind: "snippet",
        rank: 20,
        insert: snippetParts(form.canvas.snippet),
        describes: form.keyword,
      }),
    ),
    ...(commands as readonly CommandKeyword[])
      .filter((command) => !grammarForms.some(({ keyword }) => keyword === command.name))
      .map(
        (command): Offer => ({
          label: command.name,
          kind: "command",
          rank: command.canvas?.inPalette ? 21 : 22,
          insert: insertionOf(command),
          describes: command.name,
        }),
      ),
  ]
}

/** What may come next in a statement: clause words of its forms, labels, types, or a value. */
function offerOperands(model: SourceModel, place: CursorPlace, pieces: readonly Piece[]): Offer[] {
  const last = pieces.at(-1)?.word ?? ""
  const first = pieces[0]?.word ?? ""
  if (last === "GOTO" || last === "GOSUB")
    return labelsOf(model, isFromMain(pieces) ? null : place.flow).map(asLabel)
  if (first === "CALL" && pieces.length === 1) return offerProcedures(model)
  if (first === "EXIT" || first === "CONTINUE")
    return words(pieces.length === 1 ? ["FOR", "WHILE", "DO", "SUB", "FUNCTION"] : [], "word")
  if (first === "HEAR" || first === "ASK") return offerHear(model, place, pieces)
  if (first === "PARAM" && last === "AS")
    return words(
      ["STRING", "INTEGER", "NUMBER", "BOOLEAN", "DATE", "EMAIL", "OBJECT", "ARRAY"],
      "type",
    )
  const matched = matchCommands(pieces, place.isStatement)
  if (matched === null) return expectsValue(pieces) ? offerValues(model, place) : []
  return offerPlaces(model, place, matched, expectsValue(pieces))
}

const beforeValues: ReadonlySet<string> = new Set(
  (
    "IF WHILE UNTIL CASE RETURN IN TO STEP AND OR NOT MOD LIKE CONTAINS WITH BETWEEN IS AS LET SET CONST THEN ELSE " +
    "SELECT SWITCH DEFAULT WHERE BY"
  ).split(" "),
)

/** Behind a complete value none can follow: an operator, a comma or a clause word comes first. */
function expectsValue(pieces: readonly Piece[]): boolean {
  const last = pieces.at(-1)
  if (last === undefined) return true
  if (last.mark !== null) return !["]", ")", "}"].includes(last.mark)
  return last.word !== null && beforeValues.has(last.word)
}

const isFromMain = (pieces: readonly Piece[]): boolean =>
  pieces[0]?.word === "ON" && (pieces[1]?.word === "MESSAGE" || pieces[1]?.word === "SILENCE")

interface Matched {
  readonly command: CommandKeyword
  readonly places: readonly FormPlace[]
}

/** The command whose operands are being written: the last one in the statement that still takes what follows it. */
export function matchCommands(pieces: readonly Piece[], isStatement: boolean): Matched | null {
  for (let from = pieces.length - 1; from >= 0; from--) {
    if (pieces[from]?.word === null) continue
    const phrase = findPhrase(pieces, from)
    const command = phrase === null ? null : commandOf(phrase)
    if (phrase === null || command === null) continue
    if (from > 0 && !isValuePlace(pieces, from)) continue
    if (from === 0 && !isStatement && command.result === "nothing") continue
    const places = matchForms(command, pieces.slice(from))
    if (places.length > 0) return { command, places }
  }
  return null
}

/** A command gives a value only where one may begin. */
function isValuePlace(pieces: readonly Piece[], from: number): boolean {
  const before = pieces[from - 1]
  if (before?.mark !== null && before?.mark !== undefined)
    return !["]", ")", "}", ".", "?."].includes(before.mark)
  return [
    "RETURN",
    "IN",
    "TO",
    "AND",
    "OR",
    "NOT",
    "WITH",
    "AS",
    "IF",
    "CASE",
    "TALK",
    "PRINT",
  ].includes(before?.word ?? "")
}

function offerPlaces(
  model: SourceModel,
  place: CursorPlace,
  { command, places }: Matched,
  isExpecting: boolean,
): Offer[] {
  const offers: Offer[] = []
  for (const { next, operand, isFresh } of places) {
    for (const element of next)
      if (element.kind === "word") offers.push({ label: element.word, kind: "word", rank: 1 })
    const param = operand === null ? undefined : command.params[operand]
    if (param?.words !== undefined) offers.push(...words(param.words, "word"))
    if (isFresh && operand !== null && isTable(operand))
      offers.push(...tablesOf(model).map((name) => asTable(`"${name}"`)))
    if (param !== undefined && param.kind !== "word" && (isFresh || isExpecting))
      offers.push(...offerValues(model, place))
  }
  return offers
}

const isTable = (operand: string): boolean => /^table/i.test(operand)
const asTable = (label: string): Offer => ({ label, kind: "table", rank: 1 })
const asLabel = (label: string): Offer => ({ label, kind: "label", rank: 1 })
const words = (list: readonly string[], kind: CompletionKind): Offer[] =>
  list.map((label, index) => ({ label, kind, rank: 1 + index / 100 }))

const hearClauses = ["AS", "FROM", "WITH", "DEFAULT", "TIMEOUT"]

function offerHear(model: SourceModel, place: CursorPlace, pieces: readonly Piece[]): Offer[] {
  const last = pieces.at(-1)?.word
  if (pieces.length === 1) return offerNames(model, place.flow)
  if (last === "AS") return words([...hearTypes], "type")
  if (last === "WITH" || last === "DEFAULT" || last === "TIMEOUT" || last === "FROM")
    return offerValues(model, place)
  const used = new Set(pieces.map(({ word }) => word))
  const left = hearClauses.filter((clause) => !used.has(clause))
  return words(used.has("TIMEOUT") ? [...left, "GOTO"] : left, "word")
}

function offerValues(model: SourceModel, place: CursorPlace): Offer[] {
  return [
    ...offerNames(model, place.flow),
    ...offerProcedures(model),
    ...words(["TRUE", "FALSE", "NULL", "NOT"], "word").map((offer) => ({ ...offer, rank: 8 })),
    ...(functions as readonly FunctionKeyword[]).map(
      (definition): Offer => ({
        label: definition.name,
        kind: "function",
        rank: 6,
        insert: insertionOf(definition),
        describes: `${definition.name}()`,
      }),
    ),
    ...(commands as readonly CommandKeyword[])
      .filter(({ result }) => result !== "nothing")
      .map(
        (command): Offer => ({
          label: command.name,
          kind: "command",
          rank: 7,
          insert: insertionOf(command),
          describes: command.name,
        }),
      ),
  ]
}

function offerNames(model: SourceModel, flow: string | null): Offer[] {
  const names = [...variablesOf(model).values(), ...paramsOf(model, flow)]
  return names.map((label) => ({ label, kind: "variable", rank: 3 }))
}

function paramsOf(model: SourceModel, flow: string | null): readonly string[] {
  if (flow === null) return []
  for (const { statements } of model.segments)
    for (const each of statements)
      if (each.kind === "ProcedureStatement" && each.name.toUpperCase() === flow) return each.params
  return []
}

function offerProcedures(model: SourceModel): Offer[] {
  const own = proceduresOf(model)
  if (own.size === 0) return []
  return model.segments.flatMap(({ statements }) =>
    statements.flatMap((each): Offer[] =>
      each.kind === "ProcedureStatement"
        ? [{ label: each.name, kind: "procedure", rank: 4, insert: procedureParts(each) }]
        : [],
    ),
  )
}

const procedureParts = (each: {
  readonly name: string
  readonly params: readonly string[]
}): InsertPart[] => [
  `${each.name}(`,
  ...each.params.flatMap((name, index): InsertPart[] =>
    index === 0 ? [{ hole: name }] : [", ", { hole: name }],
  ),
  ")",
]

/** Fields seen with the variable, and what every list and text has. */
function offerMembers(model: SourceModel, tokens: readonly Token[]): Offer[] {
  const owner = tokens.at(-2)
  const fields = owner?.kind === "word" ? membersOf(model, owner.text) : []
  const own = fields.map((label): Offer => ({ label, kind: "member", rank: 1 }))
  const methods = (functions as readonly FunctionKeyword[]).flatMap((definition) =>
    (definition.asMethod ?? []).map(
      (label): Offer => ({ label, kind: "function", rank: 5, describes: `${definition.name}()` }),
    ),
  )
  return [...own, ...methods]
}

/** Inside a text only the names of tables mean something, where a command names one, and fields behind a table. */
function offerTables(model: SourceModel, pieces: readonly Piece[]): Offer[] {
  const matched = matchCommands(pieces, true)
  const isTableText = matched?.places.some(
    ({ operand, isFresh }) => isFresh && operand !== null && isTable(operand),
  )
  if (isTableText) return tablesOf(model).map(asTable)
  return []
}
