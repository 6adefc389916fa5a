import type { OpenAPIHono } from "@hono/zod-openapi"
import { exportPackage } from "#server/services/packages/export.ts"
import type { ApiEnv } from "../gates.ts"
import {
  addKeyOperation,
  botOf,
  botParam,
  keyProblems,
  keySecurity,
  permissionOf,
} from "../key-operation.ts"
import type { Operation } from "../operation.ts"

export const exportPackageOperation = {
  method: "get",
  path: "/org/bots/{bot}/package",
  operationId: "exportPackage",
  summary: "Gives a bot as one file",
  description:
    "Its flows, places, texts, tests, prompts, documents and settings; secret settings without their values.",
  tags: ["Packages"],
  security: keySecurity,
  "x-permission": permissionOf(exportPackage),
  request: { params: botParam },
  responses: {
    200: {
      description: "The package, a ZIP archive.",
      content: { "application/zip": { schema: { type: "string", format: "binary" } } },
    },
    ...keyProblems("bot.not_found"),
  },
} satisfies Operation

export function addExportPackage(app: OpenAPIHono<ApiEnv>): void {
  addKeyOperation(app, exportPackageOperation, async (c) => {
    const { fileName, base64 } = await exportPackage(c.var.developer, { botId: await botOf(c) })
    const name = encodeURIComponent(fileName)
    c.header("Content-Type", "application/zip")
    c.header("Content-Disposition", `attachment; filename*=UTF-8''${name}`)
    return c.body(new Uint8Array(Buffer.from(base64, "base64")), 200)
  })
}
