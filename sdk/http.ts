import { ApiError, readProblem } from "./api-error.ts"

export interface HttpOptions {
  /** Where the product is served, without a slash at the end: "https://bots.example". */
  readonly origin: string
  readonly fetch?: typeof fetch
}
export interface HttpRequest {
  readonly method: "GET" | "POST"
  /** Below `/api/v1`, with its leading slash. */
  readonly path: string
  readonly body?: unknown
  readonly token?: string
  /** The same key again gives the same answer and causes nothing. */
  readonly idempotencyKey?: string
  readonly signal?: AbortSignal
}

/** Sends one request and reads its JSON. Throws: `ApiError`; code "network.unreachable" when nothing answered. */
export async function requestJson<T>(options: HttpOptions, request: HttpRequest): Promise<T> {
  const headers: Record<string, string> = { accept: "application/json" }
  if (request.body !== undefined) headers["content-type"] = "application/json"
  if (request.token) headers.authorization = `Bearer ${request.token}`
  if (request.idempotencyKey) headers["idempotency-key"] = request.idempotencyKey
  const send = options.fetch ?? fetch
  const response = await send(`${options.origin}/api/v1${request.path}`, {
    method: request.method,
    headers,
    credentials: "omit",
    body: request.body === undefined ? undefined : JSON.stringify(request.body),
    signal: request.signal,
  }).catch((cause: unknown) => {
    throw new ApiError({
      code: "network.unreachable",
      status: 0,
      message: "The server could not be reached.",
      fix: `Check the connection${cause instanceof Error && cause.name === "AbortError" ? "; the request was cancelled" : ""}, then try again.`,
    })
  })
  if (!response.ok) throw await readProblem(response)
  return (await response.json()) as T
}
