import { hash } from "node:crypto"
import { type OpenAPIHono, z } from "@hono/zod-openapi"
import { importPackage } from "#server/services/packages/import.ts"
import { jsonAnswer } from "../answers.ts"
import type { ApiEnv } from "../gates.ts"
import { idempotencyHeader } from "../idempotency-key.ts"
import {
  addKeyOperation,
  answerOnce,
  keyProblems,
  keySecurity,
  onceProblems,
  permissionOf,
  uploadProblems,
} from "../key-operation.ts"
import { ImportedBot } from "../key-schemas.ts"
import type { Operation } from "../operation.ts"
import { readUpload } from "../read-upload.ts"

const PackageForm = z
  .object({
    file: z.string().openapi({ format: "binary", description: "At most 25 MB." }),
    name: z
      .string()
      .optional()
      .openapi({ description: "Of the new bot; that of the package when left out." }),
  })
  .openapi("PackageForm")

export const importPackageOperation = {
  method: "post",
  path: "/org/packages",
  operationId: "importPackage",
  summary: "Makes a new bot of a package, once all of it was read and checked",
  description: "Nothing of it runs, nothing is published, and no bot that is there is touched.",
  tags: ["Packages"],
  security: keySecurity,
  "x-permission": permissionOf(importPackage),
  request: {
    headers: idempotencyHeader,
    body: { required: true, content: { "multipart/form-data": { schema: PackageForm } } },
  },
  responses: {
    201: jsonAnswer("The bot.", ImportedBot),
    ...keyProblems(
      "key.bots_limited",
      "package.unreadable",
      "package.part_missing",
      "package.part_refused",
      "package.name_refused",
      "package.cycle",
      "package.too_dense",
      "package.too_large",
      "package.too_many_parts",
      "plan.bot_limit",
      "script.limit",
      ...uploadProblems,
      ...onceProblems,
    ),
  },
} satisfies Operation

export function addImportPackage(app: OpenAPIHono<ApiEnv>): void {
  addKeyOperation(app, importPackageOperation, async (c) => {
    const { bytes, fields } = await readUpload(c)
    const name = fields.get("name")
    const named = name !== undefined && { name }
    const input = { sha256: hash("sha256", bytes, "hex"), ...named }
    return answerOnce(c, importPackageOperation, input, async () => ({
      status: 201,
      answer: await importPackage(c.var.developer, { bytes, ...named }),
    }))
  })
}
