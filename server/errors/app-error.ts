import { type ErrorCode, type ErrorText, type FactsOf, tellError } from "#catalog/errors.ts"

type Arguments<C extends ErrorCode> =
  undefined extends FactsOf<C>
    ? [facts?: undefined, options?: ErrorOptions]
    : [facts: FactsOf<C>, options?: ErrorOptions]

/**
 * The one error of the server: a code of the catalog with the facts of its sentence.
 *
 * `cause` keeps the original for the log; nothing of it is ever told to the caller.
 */
export class AppError<C extends ErrorCode = ErrorCode> extends Error {
  override readonly name = "AppError"
  readonly code: C
  readonly facts: FactsOf<C>
  readonly text: ErrorText

  constructor(code: C, ...[facts, options]: Arguments<C>) {
    const known = factsOf<C>(facts)
    const text = tellError(code, known)
    super(text.detail, options)
    this.code = code
    this.facts = known
    this.text = text
  }
}

/** Tells whether an error is one of ours, and of this code when one is given. */
export function isAppError<C extends ErrorCode = ErrorCode>(
  error: unknown,
  code?: C,
): error is AppError<C> {
  return error instanceof AppError && (code === undefined || error.code === code)
}

/** The constructor's arguments are typed by the code, so what is absent is a code without facts. */
function factsOf<C extends ErrorCode>(facts: unknown): FactsOf<C> {
  return facts as FactsOf<C>
}
