import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { buffer } from "node:stream/consumers"
import { type S3Credentials, signRequest } from "../sign-request.ts"

export interface FakeStore {
  readonly endpoint: string
  readonly bucket: string
  readonly objects: Map<string, Buffer>
  close(): Promise<void>
}

/** An S3 store in memory: it checks every signature, pages its listings, and speaks XML. */
export async function startFakeStore(credentials: S3Credentials): Promise<FakeStore> {
  const objects = new Map<string, Buffer>()
  const server = createServer((request, response) => {
    void answer(request, response, credentials, objects)
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  // The server listens on a port, so that its address is an object.
  const { port } = server.address() as AddressInfo
  return {
    endpoint: `http://127.0.0.1:${port}`,
    bucket: "bucket",
    objects,
    close: () => closeServer(server),
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  credentials: S3Credentials,
  objects: Map<string, Buffer>,
) {
  const body = await buffer(request)
  const url = new URL(request.url ?? "/", `http://${request.headers.host}`)
  const say = (status: number, text: string | Buffer = "") => {
    response.statusCode = status
    response.end(text)
  }
  if (!isSigned(request, url, body, credentials))
    return say(403, "<Error><Code>SignatureDoesNotMatch</Code></Error>")
  if (!url.pathname.startsWith("/bucket"))
    return say(404, "<Error><Code>NoSuchBucket</Code></Error>")
  const key = url.pathname.slice("/bucket/".length)
  if (request.method === "PUT") {
    objects.set(key, body)
    return say(200)
  }
  if (request.method === "DELETE") {
    objects.delete(key)
    return say(204)
  }
  if (request.method === "HEAD") return say(200)
  if (key === "") return say(200, listObjects(url.searchParams, objects))
  const found = objects.get(key)
  return found ? say(200, found) : say(404, "<Error><Code>NoSuchKey</Code></Error>")
}

function isSigned(
  request: IncomingMessage,
  url: URL,
  body: Buffer,
  credentials: S3Credentials,
): boolean {
  const stamp = String(request.headers["x-amz-date"])
  const at = stamp.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, "$1-$2-$3T$4:$5:$6Z")
  const method = request.method ?? ""
  const expected = signRequest({ method, url, body }, credentials, new Date(at))
  return request.headers.authorization === expected.authorization
}

/** Two entries a page, so that whoever reads a listing has to turn pages. */
function listObjects(query: URLSearchParams, objects: Map<string, Buffer>): string {
  const prefix = query.get("prefix") ?? ""
  const from = Number(query.get("continuation-token") ?? 0)
  const keys = [...objects.keys()].filter((key) => key.startsWith(prefix)).sort()
  const isGrouped = query.get("delimiter") === "/"
  const entries = isGrouped ? [...new Set(keys.map((key) => `${key.split("/")[0]}/`))] : keys
  const page = entries
    .slice(from, from + 2)
    .map((entry) =>
      isGrouped
        ? `<CommonPrefixes><Prefix>${entry}</Prefix></CommonPrefixes>`
        : `<Contents><Key>${entry}</Key></Contents>`,
    )
  const next =
    from + 2 < entries.length ? `<NextContinuationToken>${from + 2}</NextContinuationToken>` : ""
  return `<?xml version="1.0"?><ListBucketResult><Prefix></Prefix>${page.join("")}${next}</ListBucketResult>`
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}
