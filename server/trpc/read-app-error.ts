import type { TRPCError } from "@trpc/server"
import { ZodError } from "zod"
import { AppError, isAppError } from "#server/errors/app-error.ts"
import { describeIssues } from "#server/errors/describe-issues.ts"
import { asAppError } from "#server/errors/problem.ts"

/** Finds which of our errors a tRPC error stands for; one of none is unexpected and keeps its cause for the log. */
export function readAppError(
  error: TRPCError,
  path: string | undefined,
  requestId: string,
): AppError {
  const { cause } = error
  if (isAppError(cause)) return cause
  if (cause instanceof ZodError)
    return new AppError("request.refused", { problems: describeIssues(cause.issues) })
  const address = `/api/trpc/${(path ?? "").slice(0, 100)}`
  switch (error.code) {
    case "NOT_FOUND":
      return new AppError("request.path_unknown", { method: "procedure", path: address })
    case "METHOD_NOT_SUPPORTED":
      return new AppError("request.method_refused", { method: "this method", path: address })
    case "PARSE_ERROR":
    case "BAD_REQUEST":
      return new AppError("request.malformed", { expected: "JSON as tRPC sends it" })
    case "UNSUPPORTED_MEDIA_TYPE":
      return new AppError("request.type_refused", { type: "this kind" })
    default:
      return asAppError(cause ?? error, requestId)
  }
}
