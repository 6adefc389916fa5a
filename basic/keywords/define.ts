/**
 * One file per keyword says everything but the effect: its grammar, checks, docs, canvas form and,
 * when it is pure, its evaluation. The handler of the others is `server/keywords/<same name>.ts`.
 */

import type { Env } from "../vm/env.ts"
import type { Value } from "../vm/value.ts"

/** What an operand may be. The parser reads all kinds but "fields", "list" and "word" as expressions. */
export type ParamKind =
  | "any"
  | "text"
  | "number"
  | "boolean"
  | "date"
  | "list"
  | "map"
  /** One or more expressions separated by commas; arrives as an array. */
  | "expressions"
  /** `name = e` or `name AS e`, separated by commas; arrives as a map. */
  | "fields"
  /** A bare word from `words`; arrives as text. */
  | "word"
  /** As "expressions"; what they are called arrives as a list under `<name>Names`, null for those without a name. */
  | "named"
  /** The name of a table or column: a text, or a bare word that is no variable. */
  | "table"
  | "column"
  /** Which rows, as text: values joined to it are bound. Read it with `basic/filters`. */
  | "filter"
  /** Which rows, as a condition behind WHERE. Arrives like a filter. */
  | "condition"
  /** Columns to sort by: `created DESC, name`. Arrives as text. */
  | "order"

export interface Param {
  readonly kind: ParamKind
  /** One line for hover, manual and the settings form. Ends with a full stop. */
  readonly doc: string
  readonly min?: number
  readonly max?: number
  readonly warnAbove?: number
  readonly unit?: "s" | "ms" | "chars" | "days"
  readonly words?: readonly string[]
  /** No other words are possible. Written large. */
  readonly isClosed?: boolean
  /** Long text: the settings form shows several lines. */
  readonly isLong?: boolean
}
export type Params = Readonly<Record<string, Param>>

/**
 * A shape a command may be written in. Upper-case words are literal, `{name}` is an operand, `[ ... ]`
 * is optional, `|` separates alternatives inside brackets, and commas and `=` stand for themselves.
 * `{name:fields}` reads that operand as another kind than its parameter's. One form is one shape:
 * `SET HEADER` with `,`, AS and `=` is three forms. The first that holds the operands a statement has
 * is the one that is printed; the others are legacy shapes. `diagnostic` is the advice given when a
 * shape is used ("Put the recipient first."). For functions only the shapes without parentheses matter.
 */
export type Form = string | { readonly shape: string; readonly diagnostic?: string }

export type Family = "say" | "ask" | "decide" | "data" | "ai" | "connect" | "people" | "flow"

/** How a generic step looks on the canvas. `title` gets the source text of each operand that was given. */
export interface CanvasForm {
  /** A name from `components/ui/icon.tsx`. */
  readonly icon: string
  readonly family: Family
  /** i18next key under `steps.`; the plain words come from the catalogue, operands are put in by name. */
  readonly titleKey: string
  /** Operands the settings form shows, in order; all of them when left out. */
  readonly fields?: readonly string[]
  /** Offered in the palette. Functions and declarations are not. */
  readonly inPalette?: boolean
  /** The statement a palette drop inserts. */
  readonly snippet?: string
  /** What the command can come to, each a way out of the step: a text with semicolons between, and words it always knows. */
  readonly ends?: { readonly param: string; readonly known: readonly string[] }
}

export type ResultType =
  | "nothing"
  | "any"
  | "text"
  | "number"
  | "boolean"
  | "date"
  | "list"
  | "map"
  /** Rows of a table: a list that stands for its first row. */
  | "rows"

interface KeywordBase {
  readonly name: string
  readonly forms: readonly [Form, ...Form[]]
  /** One sentence for hover, palette and manual; starts with a verb, ends with a full stop. */
  readonly summary: string
  readonly group: Group
  readonly params: Params
  readonly result: ResultType
  /** As a value: does the operand reach over `+` ("loose") or end at a postfix expression ("tight")? */
  readonly binding?: "loose" | "tight"
  /** Diagnostic and fault codes a person may meet. */
  readonly raises: readonly string[]
  /** Compiled and run as a test. */
  readonly example: string
  /** Read by a rule of its own in `parser/`; the forms are for people. */
  readonly hasOwnGrammar?: boolean
  readonly canvas?: CanvasForm
}

export type Group =
  | "dialog"
  | "memory"
  | "http"
  | "flow"
  | "text"
  | "number"
  | "date"
  | "list"
  | "test"
  | "identity"
  | "error"
  | "data"
  | "format"
  | "files"
  | "mail"
  | "tasks"
  | "ai"
  | "bots"
  | "events"
  | "people"
  | "social"
  | "media"
  | "scripts"

/** A pure built-in function: `NAME(args)`. `evaluate` gets the arguments in the order of `params`. */
export interface FunctionKeyword extends KeywordBase {
  readonly runsOn: "everywhere"
  /** Other spellings: UPPER for UCASE. */
  readonly aliases?: readonly string[]
  /** Fewest and most arguments. Units: count; `Infinity` for any number. */
  readonly arity: readonly [number, number]
  /** May be written without parentheses: `NOW`, `FIRST x`, `MAX a, b`. */
  readonly isPrefix?: boolean
  /** Also reachable as `value.name(...)` or `value.name`: the value becomes the first argument. */
  readonly asMethod?: readonly string[]
  readonly evaluate: (args: readonly Value[], env: Env) => Value
}

/** A command the VM yields and the host performs. */
export interface ServerKeyword extends KeywordBase {
  readonly runsOn: "server"
  /** The kind of effect, `engine.md` section 3. */
  readonly effect: "say" | "recorded" | "wait" | "data" | "outside"
}

/** A command the VM does itself: errors. */
export interface MachineKeyword extends KeywordBase {
  readonly runsOn: "machine"
}

/** A command that says something about its script, and does nothing where it stands. */
export interface DeclarationKeyword extends KeywordBase {
  readonly runsOn: "declaration"
}

/** A command of any kind; the parser reads all of them by their forms. */
export type CommandKeyword = ServerKeyword | MachineKeyword | DeclarationKeyword
export type Keyword = FunctionKeyword | CommandKeyword

export const defineFunction = <const K extends Omit<FunctionKeyword, "runsOn">>(keyword: K) =>
  ({ ...keyword, runsOn: "everywhere" }) as const satisfies FunctionKeyword
export const defineCommand = <const K extends Omit<ServerKeyword, "runsOn">>(keyword: K) =>
  ({ ...keyword, runsOn: "server" }) as const satisfies ServerKeyword
export const defineMachineCommand = <const K extends Omit<MachineKeyword, "runsOn">>(keyword: K) =>
  ({ ...keyword, runsOn: "machine" }) as const satisfies MachineKeyword
export const defineDeclaration = <const K extends Omit<DeclarationKeyword, "runsOn">>(keyword: K) =>
  ({ ...keyword, runsOn: "declaration" }) as const satisfies DeclarationKeyword
