import type { ErrorText } from "#catalog/errors.ts"
import { findDatabaseError } from "#db/errors.ts"
import { AppError, isAppError } from "./app-error.ts"

/** An error as HTTP tells it (RFC 9457, `application/problem+json`). */
export interface Problem {
  /** Where the error is explained. */
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly code: string
  readonly fix: string
  readonly requestId: string
  readonly retryAfterSeconds?: number
}

/**
 * Makes an error one of ours: a database that does not answer is told as such, whatever else is not
 * known becomes `internal.unexpected`. Both keep their cause for the log.
 */
export function asAppError(error: unknown, requestId: string): AppError {
  if (isAppError(error)) return error
  // Classes of SQLSTATE: connection broken, out of resources, stopped by its operator.
  if (/^(08|53|57P)/.test(findDatabaseError(error)?.code ?? ""))
    return new AppError("server.unavailable", { part: "database" }, { cause: error })
  return new AppError("internal.unexpected", { requestId }, { cause: error })
}

/**
 * Tells an error as a problem document.
 *
 * Units: `publicUrl` has no slash at its end.
 */
export function toProblem(error: AppError, requestId: string, publicUrl: string): Problem {
  const { title, status, detail, code, fix }: ErrorText = error.text
  const seconds = retryAfterSeconds(error)
  return {
    type: `${publicUrl}/docs/errors/${code}`,
    title,
    status,
    detail,
    code,
    fix,
    requestId,
    ...(seconds === null ? {} : { retryAfterSeconds: seconds }),
  }
}

/** How long to wait before trying again, when the error knows. Units: seconds. */
export function retryAfterSeconds(error: AppError): number | null {
  const facts: unknown = error.facts
  if (typeof facts !== "object" || facts === null || !("retryAfterSeconds" in facts)) return null
  return typeof facts.retryAfterSeconds === "number" ? facts.retryAfterSeconds : null
}
