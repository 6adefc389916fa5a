import { ApiError, readProblem } from "./api-error.ts"

export interface HttpOptions {
  /** Where the product is served, without a slash at the end: "https://bots.example". */
  readonly origin: string
  readonly fetch?: typeof fetch
}
export interface HttpRequest {
  readonly method: "GET" | "POST" | "PUT" | "DELETE"
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
  return (await (await send(options, request, "application/json")).json()) as T
}

/** Sends one request that is answered with nothing but a status. Throws: `ApiError`. */
export async function requestNothing(options: HttpOptions, request: HttpRequest): Promise<void> {
  await send(options, request, "application/json")
}

/** Reads a file. Throws: `ApiError`. */
export async function requestBytes(
  options: HttpOptions,
  request: Omit<HttpRequest, "method" | "body">,
): Promise<Uint8Array> {
  const response = await send(options, { ...request, method: "GET" }, "*/*")
  return new Uint8Array(await response.arrayBuffer())
}

/** Sends a form with a file in it and reads the JSON of the answer. Throws: `ApiError`. */
export async function requestForm<T>(
  options: HttpOptions,
  { form, ...request }: Omit<HttpRequest, "method" | "body"> & { readonly form: FormData },
): Promise<T> {
  const asked = { ...request, method: "POST", body: form } as const
  return (await (await send(options, asked, "application/json")).json()) as T
}

async function send(options: HttpOptions, request: HttpRequest, accept: string): Promise<Response> {
  const { body, token, idempotencyKey } = request
  const headers: Record<string, string> = { accept }
  const isForm = body instanceof FormData
  if (body !== undefined && !isForm) headers["content-type"] = "application/json"
  if (token) headers.authorization = `Bearer ${token}`
  if (idempotencyKey) headers["idempotency-key"] = idempotencyKey
  const ask = options.fetch ?? fetch
  const response = await ask(`${options.origin}/api/v1${request.path}`, {
    method: request.method,
    headers,
    credentials: "omit",
    body: body === undefined || isForm ? body : JSON.stringify(body),
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
  return response
}
