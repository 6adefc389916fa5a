import { Hono } from "hono"
import { isId } from "#catalog/ids.ts"
import { readUpload } from "#server/api/read-upload.ts"
import { createRequestContext } from "#server/auth/request-context.ts"
import type { Container } from "#server/container.ts"
import { AppError } from "#server/errors/app-error.ts"
import { uploadBotFile } from "#server/services/files/upload.ts"
import { addDocument } from "#server/services/knowledge/add-document.ts"
import { importPackage } from "#server/services/packages/import.ts"
import { contextFacts, type HonoEnv } from "./hono-context.ts"
import { readOrgs } from "./trpc-route.ts"

/** Takes files from the dashboard: what tRPC's JSON cannot carry. The same session, the same header for the organization. */
export function createUploadRoute(container: Container): Hono<HonoEnv> {
  const app = new Hono<HonoEnv>()
  app.post("/api/dashboard/bots/:bot/files", async (c) => {
    const anyone = { container, ...contextFacts(c) }
    const orgs = readOrgs(c.env.incoming.rawHeaders)
    const context = createRequestContext(anyone, { cookie: c.req.header("cookie"), orgs })
    const member = await context.requireMember()
    const botId = c.req.param("bot")
    if (!isId("bot", botId)) throw new AppError("bot.not_found", { bot: botId.slice(0, 80) })
    const { name, bytes, fields } = await readUpload(c)
    const path = fields.get("path") ?? name
    return c.json(await uploadBotFile(member, { botId, path, bytes }), 201)
  })
  app.post("/api/dashboard/bots/:bot/knowledge/:base", async (c) => {
    const anyone = { container, ...contextFacts(c) }
    const orgs = readOrgs(c.env.incoming.rawHeaders)
    const context = createRequestContext(anyone, { cookie: c.req.header("cookie"), orgs })
    const member = await context.requireMember()
    const [botId, baseId] = [c.req.param("bot"), c.req.param("base")]
    if (!isId("bot", botId)) throw new AppError("bot.not_found", { bot: botId.slice(0, 80) })
    if (!isId("kbs", baseId))
      throw new AppError("knowledge.base_not_found", { base: baseId.slice(0, 80) })
    const { name, bytes } = await readUpload(c)
    return c.json(await addDocument(member, { botId, baseId, name, bytes }), 201)
  })
  app.post("/api/dashboard/packages", async (c) => {
    const anyone = { container, ...contextFacts(c) }
    const orgs = readOrgs(c.env.incoming.rawHeaders)
    const context = createRequestContext(anyone, { cookie: c.req.header("cookie"), orgs })
    const member = await context.requireMember()
    const { bytes, fields } = await readUpload(c)
    const name = fields.get("name")
    return c.json(await importPackage(member, { bytes, ...(name !== undefined && { name }) }), 201)
  })
  return app
}
