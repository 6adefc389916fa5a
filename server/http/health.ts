import { Hono } from "hono"
import type { HonoEnv } from "./hono-context.ts"

/** Asks one dependency whether it answers; throws when it does not. */
export type HealthCheck = () => Promise<unknown>

export interface HealthLine {
  readonly part: string
  readonly isOk: boolean
  readonly ms: number
}

const checkTimeoutMs = 2_000

/**
 * Builds /health (short), /health/live (the process answers) and /health/ready (every dependency, each
 * with its own line; 503 when one of them does not answer).
 */
export function createHealthRoutes(checks: ReadonlyMap<string, HealthCheck>): Hono<HonoEnv> {
  const app = new Hono<HonoEnv>()
  app.get("/health/live", (c) => c.text("alive\n"))
  app.get("/health", async (c) => {
    const lines = await askAll(checks)
    const isOk = lines.every((line) => line.isOk)
    return c.json(
      { status: isOk ? "ok" : "degraded", uptimeSeconds: Math.round(process.uptime()) },
      isOk ? 200 : 503,
    )
  })
  app.get("/health/ready", async (c) => {
    const lines = await askAll(checks)
    const status = lines.every((line) => line.isOk) ? 200 : 503
    c.header("Cache-Control", "no-store")
    if (c.req.header("accept")?.includes("application/json"))
      return c.json({ parts: lines }, status)
    return c.text(
      lines.map(({ part, isOk, ms }) => `${part} ${isOk ? "ok" : "down"} ${ms} ms\n`).join(""),
      status,
    )
  })
  return app
}

/** Asks every dependency at once; one that is silent for two seconds counts as down. */
export async function askAll(checks: ReadonlyMap<string, HealthCheck>): Promise<HealthLine[]> {
  return Promise.all(
    [...checks].map(async ([part, check]) => {
      const begun = performance.now()
      const isOk = await Promise.race([check().then(() => true), silence()]).catch(() => false)
      return { part, isOk, ms: Math.round(performance.now() - begun) }
    }),
  )
}

function silence(): Promise<false> {
  return new Promise((done) => setTimeout(() => done(false), checkTimeoutMs).unref())
}
