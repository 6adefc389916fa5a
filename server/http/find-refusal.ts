import type { IncomingMessage } from "node:http"
import { AppError } from "#server/errors/app-error.ts"
import { isOwnRequest } from "./own-origins.ts"

const readMethods = ["GET", "HEAD", "OPTIONS"]
const knownMethods = [...readMethods, "POST", "PUT", "PATCH", "DELETE"]

/** Finds why a request is refused before any part of the server is asked; null when it may go on. */
export function findRefusal(
  { method = "", headers }: Pick<IncomingMessage, "method" | "headers">,
  path: string,
  isOpen: boolean,
  ownOrigins: ReadonlySet<string>,
): AppError | null {
  if (!isPath(path))
    return new AppError("request.malformed", {
      expected: "for a path that begins with / and is encoded as addresses are",
    })
  if (!isOpen && path !== "/health/live") return new AppError("server.stopping")
  if (!knownMethods.includes(method))
    return new AppError("request.method_refused", { method, path: path.slice(0, 200) })
  // REST carries tokens of its own and never cookies, so any site may call it.
  const mayBeForeign = readMethods.includes(method) || path.startsWith("/api/v1/")
  if (mayBeForeign || isOwnRequest({ headers }, ownOrigins)) return null
  const origin = (headers.origin ?? "another site").slice(0, 200)
  return new AppError("request.origin_refused", { origin })
}

/** What cannot be decoded is no address: parts further in would take it for a mistake of ours. */
function isPath(path: string): boolean {
  if (!path.startsWith("/")) return false
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}
