import type { IncomingMessage } from "node:http"

/**
 * The origins the dashboard itself is opened at: PUBLIC_URL, or this machine by any of its names.
 *
 * Shape: origins as browsers send them. Units: `port` is where the server listens.
 */
export function ownOrigins(publicUrl: string | null, port: number): ReadonlySet<string> {
  if (publicUrl !== null) return new Set([new URL(publicUrl).origin])
  return new Set(["127.0.0.1", "localhost", "[::1]"].map((host) => originOf(host, port)))
}

/**
 * Tells whether a request that changes something was sent by our own pages.
 *
 * A browser always says where such a request comes from; a program that is no browser has no cookies
 * it could be tricked into sending, so a request without the headers passes.
 */
export function isOwnRequest(
  { headers }: Pick<IncomingMessage, "headers">,
  origins: ReadonlySet<string>,
): boolean {
  const { origin } = headers
  if (origin !== undefined) return origins.has(origin)
  const site = headers["sec-fetch-site"]
  return site === undefined || site === "same-origin" || site === "none"
}

function originOf(host: string, port: number): string {
  return new URL(`http://${host}:${port}`).origin
}
