import { OpenAPIHono } from "@hono/zod-openapi"
import type { MiddlewareHandler } from "hono"
import { cors } from "hono/cors"
import type { Container } from "#server/container.ts"
import { createErrorHandler } from "#server/http/hono-context.ts"
import { addGetBot, getBotOperation } from "./bots/get.ts"
import { addGetPassage, getPassageOperation } from "./conversations/get-passage.ts"
import { addListMessages, listMessagesOperation } from "./conversations/list-messages.ts"
import { addSend, sendOperation } from "./conversations/send.ts"
import { addSendFile, sendFileOperation } from "./conversations/send-file.ts"
import { addStart, startOperation } from "./conversations/start.ts"
import { addGetFile, getFileOperation } from "./files/get.ts"
import { addSubmitForm, submitFormOperation } from "./forms/submit.ts"
import { type ApiEnv, conversationGate, keyGate, publicBotGate } from "./gates.ts"
import { keyArea } from "./key-operation.ts"
import { addKeyOperations, keyOperations } from "./key-operations.ts"
import { type Operation, refuseOtherMethods } from "./operation.ts"
import { addServeMcp, serveMcpOperation } from "./tools/serve-mcp.ts"
import { addGetWebhook, getWebhookOperation } from "./webhooks/get.ts"
import { addReceiveWebhook, callWebhookOperation } from "./webhooks/receive.ts"

/** Every operation of the API. */
export const operations: readonly Operation[] = [
  getBotOperation,
  startOperation,
  sendOperation,
  listMessagesOperation,
  getPassageOperation,
  sendFileOperation,
  getFileOperation,
  callWebhookOperation,
  getWebhookOperation,
  submitFormOperation,
  serveMcpOperation,
  ...keyOperations,
]

/** The REST API as it stands at /api/v1, with its description at /api/v1/openapi.json. */
export function createApi(container: Container): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>()
  app.use("*", openToSites())
  app.onError(createErrorHandler(container.publicUrl, container.log))
  refuseOtherMethods(app, operations)
  app.use(`${keyArea}/*`, keyGate(container))
  app.use("/bots/:bot/*", publicBotGate(container))
  app.use("/conversations/:id/messages", conversationGate(container))
  app.use("/conversations/:id/files", conversationGate(container))
  app.use("/conversations/:id/passages/:passage", conversationGate(container))
  addGetBot(app)
  addStart(app)
  addSend(app)
  addListMessages(app)
  addGetPassage(app)
  addSendFile(app)
  addGetFile(app, container)
  addReceiveWebhook(app)
  addGetWebhook(app)
  addSubmitForm(app)
  addServeMcp(app)
  addKeyOperations(app)
  addDescription(app, container.publicUrl)
  return app
}

/**
 * Pages of any site may ask; cookies never count here, and the gates refuse sites a bot does not allow. What a key
 * opens is for programs on servers: a page that held a key would show it to all its visitors.
 */
function openToSites(): MiddlewareHandler<ApiEnv> {
  const toAnySite = cors({
    origin: "*",
    allowMethods: ["GET", "POST"],
    allowHeaders: ["Authorization", "Content-Type", "Idempotency-Key"],
    exposeHeaders: ["Retry-After", "X-Request-Id"],
    maxAge: 600,
  })
  const isKept = (path: string) => path.startsWith(`/api/v1${keyArea}/`)
  return (c, next) => (isKept(c.req.path) ? next() : toAnySite(c, next))
}

function addDescription(app: OpenAPIHono<ApiEnv>, publicUrl: string): void {
  app.openAPIRegistry.registerComponent("securitySchemes", "conversationToken", {
    type: "http",
    scheme: "bearer",
    description: "The token that came when the conversation was started.",
  })
  app.openAPIRegistry.registerComponent("securitySchemes", "toolKey", {
    type: "http",
    scheme: "bearer",
    description: "The key of the bot's webhook addresses.",
  })
  app.openAPIRegistry.registerComponent("securitySchemes", "apiKey", {
    type: "http",
    scheme: "bearer",
    description:
      "A key from the settings of the organization: `bw_...`. Keep it on servers; browsers of other sites are not answered.",
  })
  app.doc31("/openapi.json", {
    openapi: "3.1.0",
    info: {
      title: "Botwright API",
      version: "1",
      description:
        "Talk to published bots, and build, teach and read your own. Errors are problem documents (RFC 9457) with a code, what happened and what to do.",
    },
    servers: [{ url: `${publicUrl}/api/v1` }],
    tags: [
      { name: "Bots" },
      { name: "Conversations" },
      { name: "Files" },
      { name: "Webhooks" },
      { name: "Forms" },
      { name: "Tools" },
      { name: "Your bots" },
      { name: "Packages" },
      { name: "Knowledge" },
      { name: "Conversations of your bots" },
    ],
  })
}
