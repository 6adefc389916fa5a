import { type OpenAPIHono, z } from "@hono/zod-openapi"
import { nameOf } from "#basic"
import type { Container } from "#server/container.ts"
import { contextFacts } from "#server/http/hono-context.ts"
import { openFileLink } from "#server/services/files/open-link.ts"
import { problemAnswers } from "../answers.ts"
import type { ApiEnv } from "../gates.ts"
import { addOperation, type Operation } from "../operation.ts"

export const getFileOperation = {
  method: "get",
  path: "/files/{token}/{name}",
  operationId: "getFile",
  summary: "Reads a file by its signed address",
  description:
    "The address comes with a message or from GENERATE SECURE LINK; whoever has it may read this one file. It is given as a download, never as a page.",
  tags: ["Files"],
  security: [],
  "x-permission": "files.open",
  request: { params: z.object({ token: z.string(), name: z.string() }) },
  responses: {
    200: {
      description: "The file.",
      content: { "application/octet-stream": { schema: { type: "string", format: "binary" } } },
    },
    206: {
      description: "The part of the file that Range asks for.",
      content: { "application/octet-stream": { schema: { type: "string", format: "binary" } } },
    },
    ...problemAnswers("file.link_spent"),
  },
} satisfies Operation

/** What a browser may show as what it is; everything else is bytes. Pictures that hold scripts are not here. */
const shownTypes =
  /^(image\/(png|jpeg|gif|webp|avif|bmp|heic)|audio\/[\w.-]+|video\/[\w.-]+|application\/pdf)$/

export function addGetFile(app: OpenAPIHono<ApiEnv>, container: Container): void {
  addOperation(app, getFileOperation, async (c) => {
    const anyone = { container, ...contextFacts(c) }
    const { file, bytes } = await openFileLink(anyone, c.req.param("token") ?? "")
    const type = shownTypes.test(file.mimeType) ? file.mimeType : "application/octet-stream"
    c.header("Content-Type", type)
    c.header("Content-Disposition", dispositionOf(nameOf(file.path)))
    c.header("Cache-Control", "private, max-age=300")
    c.header("Accept-Ranges", "bytes")
    const range = readRange(c.req.header("range"), bytes.byteLength)
    if (range === null) return c.body(new Uint8Array(bytes), 200)
    const { start, end } = range
    c.header("Content-Range", `bytes ${start}-${end}/${bytes.byteLength}`)
    return c.body(new Uint8Array(bytes.subarray(start, end + 1)), 206)
  })
}

/** A download, under the file's name: RFC 6266, with a plain name for old programs. */
function dispositionOf(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\]/g, "_")
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}

/** Players of sound and video ask for parts. One part is given; anything else gets the whole file. */
function readRange(
  header: string | undefined,
  size: number,
): { start: number; end: number } | null {
  const [, from = "", to = ""] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? "") ?? []
  if (from === "" && to === "") return null
  const start = from === "" ? Math.max(0, size - Number(to)) : Number(from)
  const end = from === "" || to === "" ? size - 1 : Math.min(size - 1, Number(to))
  return start <= end && start < size ? { start, end } : null
}
