import { Hono } from "hono"
import type { Documents } from "./documents.ts"
import type { HonoEnv } from "./hono-context.ts"

/**
 * Serves the documents as they are written, at the address of their page with `.md` behind it; and without
 * it where the process has no pages, so that a problem document's `type` leads somewhere in every role.
 */
export function createDocumentFiles(documents: Documents): Hono<HonoEnv> {
  const app = new Hono<HonoEnv>()
  app.get("/docs/:kind/:file", async (c) => {
    const name = c.req.param("file").replace(/\.md$/, "")
    const text = await documents.read(c.req.param("kind"), name)
    if (text === null) return c.notFound()
    c.header("Content-Type", "text/markdown; charset=utf-8")
    c.header("Cache-Control", "public, max-age=300")
    return c.body(text)
  })
  return app
}
