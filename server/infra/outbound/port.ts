/** One call to an address on the internet. */
export interface OutboundRequest {
  readonly method: string
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
  /** For everything together, redirects and body included. */
  readonly timeoutMs?: number
  /** Of the answer's body, after it was unpacked. */
  readonly maxBytes?: number
  readonly signal?: AbortSignal
}

export interface OutboundResponse {
  readonly status: number
  /** Names in lower case; several of one name are joined by ", ". */
  readonly headers: ReadonlyMap<string, string>
  readonly body: Uint8Array
  /** The address that answered, after redirects. */
  readonly url: string
}

/** An answer whose body comes as it arrives. */
export interface OutboundStream extends Omit<OutboundResponse, "body"> {
  /**
   * The unpacked body. It has to be read to its end, or left with `return`, which closes the connection.
   * Throws AppError `outbound.*` in the middle, when the other side breaks off, is late or does not end.
   */
  readonly body: AsyncIterable<Uint8Array>
}

/**
 * The only way out of the server to an address that a person or a program chose.
 *
 * Every answer is a value, whatever its status. Throws AppError `outbound.*`: url_refused,
 * address_refused, header_refused, too_many_redirects, timed_out, too_large, unreachable.
 */
export interface Outbound {
  request(request: OutboundRequest): Promise<OutboundResponse>
  /** The same, for an answer that is worth reading while it comes. */
  stream(request: OutboundRequest): Promise<OutboundStream>
  close(): Promise<void>
}

export const outboundDefaults = { timeoutMs: 30_000, maxBytes: 10 * 1024 * 1024, maxRedirects: 5 }
