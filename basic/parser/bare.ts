import type { Statement, Trivia } from "../ast/nodes.ts"
import type { Span } from "../source/span.ts"

type BareOf<S> = S extends Statement ? Omit<S, "span" | "leading" | "trailing"> : never

/** A statement before its place and its comments are known. */
export type BareStatement = BareOf<Statement>

/** Puts a statement at its place. */
export function placeStatement(
  bare: BareStatement,
  span: Span,
  leading: readonly Trivia[],
  trailing: string | null,
): Statement {
  return { ...bare, span, leading, trailing }
}
