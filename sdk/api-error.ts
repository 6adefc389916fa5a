/** What the API answered when it refused. Switch on `code`; show `message` and `fix` to people. */
export class ApiError extends Error {
  readonly code: string
  readonly status: number
  readonly fix: string
  readonly requestId: string | null
  /** Seconds to wait before another try makes sense; null when none does or none was said. */
  readonly retryAfterSeconds: number | null
  constructor(problem: {
    code: string
    status: number
    message: string
    fix?: string
    requestId?: string | null
    retryAfterSeconds?: number | null
  }) {
    super(problem.message)
    this.name = "ApiError"
    this.code = problem.code
    this.status = problem.status
    this.fix = problem.fix ?? ""
    this.requestId = problem.requestId ?? null
    this.retryAfterSeconds = problem.retryAfterSeconds ?? null
  }
}

/** Reads a problem+json answer; an answer of another shape (a proxy's page) still becomes an `ApiError`. */
export async function readProblem(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => null)
  const problem = (body && typeof body === "object" ? body : {}) as Record<string, unknown>
  const text = (name: string) =>
    typeof problem[name] === "string" ? (problem[name] as string) : undefined
  const retryAfter = Number(response.headers.get("retry-after"))
  return new ApiError({
    code: text("code") ?? "network.unexpected_answer",
    status: response.status,
    message: text("detail") ?? text("title") ?? `The server answered ${response.status}.`,
    fix: text("fix"),
    requestId: text("requestId") ?? response.headers.get("x-request-id"),
    retryAfterSeconds: Number.isFinite(retryAfter) && retryAfter > 0 ? retryAfter : null,
  })
}
