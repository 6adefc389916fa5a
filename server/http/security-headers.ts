import type { IncomingMessage, ServerResponse } from "node:http"

/** What the answer is, as far as its headers are concerned. */
export type Surface = "page" | "hosted-chat" | "api" | "asset"

export interface HeaderOptions {
  /** HSTS is sent when the public address is https. */
  readonly isHttps: boolean
  /** Development needs `eval` for hot reload. */
  readonly isDevelopment: boolean
}

/** Sets the headers every answer has, and those of its surface; a page also gets its nonce. */
export function setSecurityHeaders(
  request: IncomingMessage,
  response: ServerResponse,
  surface: Surface,
  nonce: string,
  options: HeaderOptions,
): void {
  const set = (name: string, value: string) => response.setHeader(name, value)
  set("X-Content-Type-Options", "nosniff")
  set("Referrer-Policy", "strict-origin-when-cross-origin")
  // In the hosted chat people may say their messages; the browser asks them first.
  const microphone = surface === "hosted-chat" ? "(self)" : "()"
  const policies = `camera=(), geolocation=(), microphone=${microphone}, payment=(), usb=()`
  set("Permissions-Policy", policies)
  if (options.isHttps) set("Strict-Transport-Security", "max-age=63072000; includeSubDomains")
  const policy = contentPolicy(surface, nonce, options)
  set("Content-Security-Policy", policy)
  if (surface === "page" || surface === "api") set("X-Frame-Options", "DENY")
  // Who may embed the answer; what an answer is allowed to be kept for, it says itself.
  set(
    "Cross-Origin-Resource-Policy",
    isForStrangers(request, surface) ? "cross-origin" : "same-origin",
  )
  if (surface === "api") set("Cache-Control", "no-store")
  if (surface === "page" || surface === "hosted-chat") {
    set("Cross-Origin-Opener-Policy", "same-origin")
    // Next takes the nonce for its own scripts from this header of the request; the layout reads x-nonce.
    request.headers["content-security-policy"] = policy
    request.headers["x-nonce"] = nonce
  }
}

/** The widget, the hosted chat and the public API are there for other sites' pages; nothing else is. */
function isForStrangers({ url = "" }: IncomingMessage, surface: Surface): boolean {
  return surface === "asset" || surface === "hosted-chat" || url.startsWith("/api/v1/")
}

/** The Content-Security-Policy of a surface. */
export function contentPolicy(surface: Surface, nonce: string, options: HeaderOptions): string {
  if (surface === "api" || surface === "asset")
    return "default-src 'none'; frame-ancestors 'none'; sandbox"
  const evalSource = options.isDevelopment ? " 'unsafe-eval'" : ""
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${evalSource}`,
    // Styles are set on elements by the canvas, the editor and the component library.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${surface === "hosted-chat" ? "*" : "'none'"}`,
  ].join("; ")
}

/** Which surface an address belongs to. */
export function surfaceOf(path: string): Surface {
  if (path === "/c" || path.startsWith("/c/")) return "hosted-chat"
  if (/^\/(api|health|metrics|ws)(\/|$)/.test(path)) return "api"
  return "page"
}
