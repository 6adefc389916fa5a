import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { Hono } from "hono"
import { errors } from "#catalog/errors.ts"
import type { HonoEnv } from "./hono-context.ts"

const folder = join(import.meta.dirname, "../../docs/errors")

/** Serves the page of each error code as it is written: a problem document's `type` leads here. */
export function createErrorPages(): Hono<HonoEnv> {
  const app = new Hono<HonoEnv>()
  app.get("/docs/errors/:code", async (c) => {
    const code = c.req.param("code")
    // Only a code of the table becomes part of a path.
    if (!Object.hasOwn(errors, code)) return c.notFound()
    c.header("Content-Type", "text/markdown; charset=utf-8")
    c.header("Cache-Control", "public, max-age=300")
    return c.body(await readFile(join(folder, `${code}.md`), "utf8"))
  })
  return app
}
