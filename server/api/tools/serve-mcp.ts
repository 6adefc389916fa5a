import { type OpenAPIHono, z } from "@hono/zod-openapi"
import { createMcpHandler, Server } from "@modelcontextprotocol/server"
import type { Context } from "hono"
import type { Json } from "#basic/vm/value.ts"
import { limits } from "#catalog/limits.ts"
import { AppError } from "#server/errors/app-error.ts"
import { readBytes } from "#server/http/read-bytes.ts"
import { callOfferedTool } from "#server/services/tools/call.ts"
import { listOfferedTools } from "#server/services/tools/list-offered.ts"
import { readDepth } from "#server/services/webhooks/receive.ts"
import { jsonAnswer, problemAnswers } from "../answers.ts"
import type { ApiEnv } from "../gates.ts"
import { addOperation, type Operation } from "../operation.ts"

export const serveMcpOperation = {
  method: "post",
  path: "/bots/{bot}/mcp",
  operationId: "serveMcp",
  summary: "Offers the tools of a published bot over MCP",
  description:
    "A Model Context Protocol server over Streamable HTTP, without sessions: every script of the published version with PARAM or DESCRIPTION is a tool. The key is that of the bot's webhook addresses.",
  tags: ["Tools"],
  security: [{ toolKey: [] }],
  "x-permission": "tools.call" as const,
  request: { params: z.object({ bot: z.string().openapi({ example: "demo" }) }) },
  responses: {
    200: jsonAnswer("An answer of the protocol: JSON-RPC 2.0.", z.unknown()),
    ...problemAnswers(
      "bot.not_found",
      "bot.not_published",
      "bot.origin_refused",
      "tool.key_refused",
      "event.too_deep",
      "request.malformed",
      "request.too_large",
    ),
  },
} satisfies Operation

export function addServeMcp(app: OpenAPIHono<ApiEnv>): void {
  addOperation(app, serveMcpOperation, async (c) => {
    const key = /^Bearer +(\S{1,1000}) *$/i.exec(c.req.header("authorization") ?? "")?.[1]
    if (key === undefined) throw new AppError("tool.key_refused")
    const depth = readDepth([...c.req.raw.headers])
    // Who may not use the tools does not get as far as the protocol.
    const tools = await listOfferedTools(c.var.visitor, { key })
    const parsedBody = readBody(await readBytes(c.env.incoming, limits.webhookBodyBytes))
    const handler = createMcpHandler(() => makeServer(c, key, depth, tools), {
      ...{ responseMode: "json", keepAliveMs: 0 },
    })
    try {
      return await handler.fetch(
        new Request(c.req.url, { method: "POST", headers: c.req.raw.headers }),
        {
          parsedBody,
        },
      )
    } finally {
      await handler.close()
    }
  })
}

function readBody(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"))
  } catch {
    throw new AppError("request.malformed", { expected: "JSON" })
  }
}

type OfferedTools = Awaited<ReturnType<typeof listOfferedTools>>

/** One request, one server: nothing is kept between them. */
function makeServer(c: Context<ApiEnv>, key: string, depth: number, tools: OfferedTools): Server {
  const server = new Server(
    { name: c.var.visitor.bot.slug, version: "1" },
    { capabilities: { tools: {} } },
  )
  server.setRequestHandler("tools/list", () => ({
    tools: tools.map(({ name, description, schema }) => ({
      ...{ name, description },
      inputSchema: { ...(schema as object), type: "object" as const },
    })),
  }))
  server.setRequestHandler("tools/call", async ({ params }) => {
    const given = (params.arguments ?? {}) as Json
    const input = { key, name: params.name, arguments: given, depth }
    const answer = await callOfferedTool(c.var.visitor, input)
    if (!answer.ok) return { content: [{ type: "text", text: answer.problem }], isError: true }
    const { value } = answer
    const text = typeof value === "string" ? value : JSON.stringify(value)
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value)
    return {
      content: [{ type: "text", text }],
      ...(isObject && { structuredContent: value }),
    }
  })
  return server
}
