import type { Statement, StatementBase, Trivia } from "../ast/nodes.ts"
import type { Span } from "../source/span.ts"

type BareOf<S> = S extends Statement ? Omit<S, "span" | "leading" | "trailing"> : never

/** A statement before its place and its comments are known. */
export type BareStatement = BareOf<Statement>

type Writable<T> = { -readonly [K in keyof T]: T[K] }

/** Puts a statement, which nothing else holds yet, at its place. */
export function placeStatement(
  bare: BareStatement,
  span: Span,
  leading: readonly Trivia[],
  trailing: string | null,
): Statement {
  const place: Writable<StatementBase> = bare as Statement
  place.span = span
  place.leading = leading
  place.trailing = trailing
  return bare as Statement
}
