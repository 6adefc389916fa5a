import { OpenAPIHono } from "@hono/zod-openapi"
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
import { type ApiEnv, conversationGate, publicBotGate } from "./gates.ts"
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
]

/** The REST API as it stands at /api/v1, with its description at /api/v1/openapi.json. */
export function createApi(container: Container): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>()
  // Any site may ask; cookies never count here, and the gates refuse sites a bot does not allow.
  app.use(
    "*",
    cors({
      origin: "*",
      allowMethods: ["GET", "POST"],
      allowHeaders: ["Authorization", "Content-Type", "Idempotency-Key"],
      exposeHeaders: ["Retry-After", "X-Request-Id"],
      maxAge: 600,
    }),
  )
  app.onError(createErrorHandler(container.publicUrl, container.log))
  refuseOtherMethods(app, operations)
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
  addDescription(app, container.publicUrl)
  return app
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
  app.doc31("/openapi.json", {
    openapi: "3.1.0",
    info: {
      title: "Botwright API",
      version: "1",
      description:
        "Talk to published bots. Errors are problem documents (RFC 9457) with a code, what happened and what to do.",
    },
    servers: [{ url: `${publicUrl}/api/v1` }],
    tags: [
      { name: "Bots" },
      { name: "Conversations" },
      { name: "Files" },
      { name: "Webhooks" },
      { name: "Forms" },
      { name: "Tools" },
    ],
  })
}
