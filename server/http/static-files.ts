import { createHash } from "node:crypto"
import { createReadStream } from "node:fs"
import { readdir, readFile, stat } from "node:fs/promises"
import type { IncomingMessage, ServerResponse } from "node:http"
import { extname, join } from "node:path"

interface StaticFile {
  readonly path: string
  readonly type: string
  readonly etag: string
  readonly size: number
  readonly cacheControl: string
}

/** The files of `public/`, by address. */
export interface StaticFiles {
  has(path: string): boolean
  /** Answers a GET or HEAD for an address that `has` knows. */
  send(path: string, request: IncomingMessage, response: ServerResponse): void
}

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".gif": "image/gif",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
}

/**
 * Lists a folder once and serves exactly the files found then: an address is looked up in that list and
 * never becomes a path of the file system.
 */
export async function openStaticFiles(folder: string): Promise<StaticFiles> {
  const files = new Map<string, StaticFile>()
  const names = await readdir(folder, { recursive: true }).catch(() => [])
  for (const name of names) {
    const path = join(folder, name)
    const address = `/${name.split("\\").join("/")}`
    if (!(await stat(path)).isFile() || /(^|\/)\./.test(address)) continue
    files.set(address, await inspect(path, address))
  }
  return {
    has: (path) => files.has(path),
    send: (path, request, response) => {
      const file = files.get(path)
      if (file !== undefined) send(file, request, response)
    },
  }
}

async function inspect(path: string, address: string): Promise<StaticFile> {
  const content = await readFile(path)
  const etag = `"${createHash("sha256").update(content).digest("base64url").slice(0, 22)}"`
  const type = types[extname(path)] ?? "application/octet-stream"
  return { path, type, etag, size: content.byteLength, cacheControl: cacheControlOf(address) }
}

/** Names that carry a hash of their content never change; the others are asked for again after a while. */
function cacheControlOf(address: string): string {
  if (/[.-][0-9a-zA-Z_-]{8,}\.(js|css|woff2)$/.test(address) && address !== "/widget.js")
    return "public, max-age=31536000, immutable"
  return "public, max-age=300, stale-while-revalidate=86400"
}

function send(file: StaticFile, request: IncomingMessage, response: ServerResponse): void {
  response.setHeader("Content-Type", file.type)
  response.setHeader("Cache-Control", file.cacheControl)
  response.setHeader("ETag", file.etag)
  response.setHeader("Access-Control-Allow-Origin", "*")
  if (request.headers["if-none-match"] === file.etag) {
    response.statusCode = 304
    response.end()
    return
  }
  response.setHeader("Content-Length", file.size)
  if (request.method === "HEAD") response.end()
  else
    createReadStream(file.path)
      .on("error", () => response.destroy())
      .pipe(response)
}
