import { APICallError } from "ai"
import { isAppError } from "#server/errors/app-error.ts"
import { ModelFailure } from "./port.ts"

const busyStatus = new Set([408, 409, 425, 429, 500, 502, 503, 504, 529])

/**
 * Turns what a library or the guard throws into a `ModelFailure`.
 *
 * Nothing of the request or of the answer's body goes into the message: services repeat keys and
 * questions in what they say is wrong.
 */
export function explainFailure(error: unknown, label: string): ModelFailure {
  if (error instanceof ModelFailure) return error
  const own = findOwn(error)
  if (own !== null) return own
  if (!APICallError.isInstance(error))
    return new ModelFailure(
      "model.broke_off",
      `${label} answered with something that is no answer.`,
    )
  const { statusCode, responseHeaders } = error
  if (statusCode === undefined)
    return new ModelFailure("model.unreachable", `${label} could not be reached.`)
  return explainStatus(statusCode, responseHeaders?.["retry-after"], label)
}

/** What a status other than that of an answer means. */
export function explainStatus(
  status: number,
  retryAfter: string | undefined,
  label: string,
): ModelFailure {
  if (status < 400)
    return new ModelFailure(
      "model.broke_off",
      `${label} answered with something that is no answer.`,
    )
  if (busyStatus.has(status))
    return new ModelFailure(
      "model.busy",
      `${label} is busy or has been asked too often (status ${status}).`,
      readRetryAfter(retryAfter),
    )
  const advice =
    status === 401 || status === 403
      ? "check the setting llm-key"
      : status === 404
        ? "check the settings llm-model and llm-url"
        : "it does not take this question or this model"
  return new ModelFailure("model.refused", `${label} answered with status ${status}: ${advice}.`)
}

/** What the guard refused or could not reach keeps its words; it may stand behind an error of the library. */
function findOwn(error: unknown): ModelFailure | null {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; depth++) {
    if (isAppError(at)) {
      const code = at.code === "outbound.timed_out" ? "model.timed_out" : "model.unreachable"
      return new ModelFailure(code, at.text.detail)
    }
    at = at.cause
  }
  return null
}

/** Seconds, or a date; null for anything else. */
function readRetryAfter(header: string | undefined): number | null {
  const given = header?.trim() ?? ""
  if (/^\d{1,6}(?:\.\d+)?$/.test(given)) return Number(given) * 1000
  const at = Date.parse(given)
  return Number.isNaN(at) ? null : Math.max(0, at - Date.now())
}
