/** The kinds of expressions and the operands made of them. Used by their names in `nodes.ts`. */
import type { Span } from "../source/span.ts"

interface ExpressionBase {
  readonly span: Span
}

export type Expression =
  | NumberLiteral
  | TextLiteral
  | TemplateLiteral
  | BooleanLiteral
  | NullLiteral
  | NameExpression
  | MemberExpression
  | IndexExpression
  | CallExpression
  | MethodCallExpression
  | UnaryExpression
  | BinaryExpression
  | BetweenExpression
  | IsNullExpression
  | ConditionalExpression
  | ObjectLiteral
  | ArrayLiteral
  | CommandExpression
  | QueryExpression
  | UnknownCommandExpression
  | ErrorExpression

export interface NumberLiteral extends ExpressionBase {
  readonly kind: "NumberLiteral"
  readonly value: number
}
/** Text without interpolation. `isMultiline`: written over several lines, and printed so again. */
export interface TextLiteral extends ExpressionBase {
  readonly kind: "TextLiteral"
  readonly value: string
  readonly isMultiline: boolean
}
/** Text with `${...}`. Parts alternate freely; a text part is cooked (escapes resolved). */
export interface TemplateLiteral extends ExpressionBase {
  readonly kind: "TemplateLiteral"
  readonly parts: readonly (string | Expression)[]
  readonly isMultiline: boolean
}
export interface BooleanLiteral extends ExpressionBase {
  readonly kind: "BooleanLiteral"
  readonly value: boolean
}
export interface NullLiteral extends ExpressionBase {
  readonly kind: "NullLiteral"
}
/** A variable. Names keep the author's spelling; they are compared without case and without a final `$`. */
export interface NameExpression extends ExpressionBase {
  readonly kind: "NameExpression"
  readonly name: string
}
export interface MemberExpression extends ExpressionBase {
  readonly kind: "MemberExpression"
  readonly object: Expression
  readonly name: string
  readonly isOptional: boolean
}
export interface IndexExpression extends ExpressionBase {
  readonly kind: "IndexExpression"
  readonly object: Expression
  readonly index: Expression
}
/** `NAME(args)`: a built-in function or one of the program's own; the analyzer knows which. Prefix spellings become this too. */
export interface CallExpression extends ExpressionBase {
  readonly kind: "CallExpression"
  readonly name: string
  readonly args: readonly Expression[]
}
export interface MethodCallExpression extends ExpressionBase {
  readonly kind: "MethodCallExpression"
  readonly object: Expression
  readonly name: string
  readonly args: readonly Expression[]
  readonly isOptional: boolean
}
export interface UnaryExpression extends ExpressionBase {
  readonly kind: "UnaryExpression"
  readonly operator: "-" | "+" | "NOT"
  readonly operand: Expression
}
export type BinaryOperator =
  | "^"
  | "*"
  | "/"
  | "MOD"
  | "\\"
  | "+"
  | "-"
  | "&"
  | "="
  | "<>"
  | "<"
  | "<="
  | ">"
  | ">="
  | "LIKE"
  | "CONTAINS"
  | "STARTS WITH"
  | "ENDS WITH"
  | "IN"
  | "NOT IN"
  | "AND"
  | "OR"
  | "??"
/** `%` reads as MOD, `==` as `=`, `!=` as `<>`, `&&` as AND, `||` as OR. */
export interface BinaryExpression extends ExpressionBase {
  readonly kind: "BinaryExpression"
  readonly operator: BinaryOperator
  readonly left: Expression
  readonly right: Expression
}
export interface BetweenExpression extends ExpressionBase {
  readonly kind: "BetweenExpression"
  readonly operand: Expression
  readonly low: Expression
  readonly high: Expression
}
export interface IsNullExpression extends ExpressionBase {
  readonly kind: "IsNullExpression"
  readonly operand: Expression
  readonly isNegated: boolean
}
export interface ConditionalExpression extends ExpressionBase {
  readonly kind: "ConditionalExpression"
  readonly test: Expression
  readonly whenTrue: Expression
  readonly whenFalse: Expression
}
export interface ObjectLiteral extends ExpressionBase {
  readonly kind: "ObjectLiteral"
  readonly entries: readonly ObjectEntry[]
}
export interface ObjectEntry {
  readonly key: string
  readonly value: Expression
}
export interface ArrayLiteral extends ExpressionBase {
  readonly kind: "ArrayLiteral"
  readonly items: readonly Expression[]
}
/** A command whose result is used as a value: `GET url`, `GET BOT MEMORY "k"`. `keyword` is the definition's name. */
export interface CommandExpression extends ExpressionBase {
  readonly kind: "CommandExpression"
  readonly keyword: string
  readonly operands: Operands
}
/** `SELECT a, SUM(b) AS total FROM rows GROUP BY a`, without quotes. `text` is what follows SELECT, on one line. */
export interface QueryExpression extends ExpressionBase {
  readonly kind: "QueryExpression"
  readonly text: string
}
/** Upper-case words that no definition knows, in the place of a value. `text` is as written, one line, blanks collapsed. */
export interface UnknownCommandExpression extends ExpressionBase {
  readonly kind: "UnknownCommandExpression"
  readonly words: string
  readonly text: string
}
/** What stands where an expression should; a diagnostic says why. */
export interface ErrorExpression extends ExpressionBase {
  readonly kind: "ErrorExpression"
  readonly text: string
}

/** Operands by the name of the definition's parameter; a parameter that was not given has no entry. */
export type Operands = Readonly<Record<string, Operand>>
export type Operand =
  | Expression
  | { readonly kind: "ExpressionList"; readonly items: readonly Expression[] }
  | { readonly kind: "FieldList"; readonly fields: readonly ObjectEntry[] }
  | { readonly kind: "Word"; readonly text: string }

/** What may stand left of `=`: a name, or members and elements reached from one. */
export type Place = NameExpression | MemberExpression | IndexExpression
