import { timingSafeEqual } from "node:crypto"
import { Hono } from "hono"
import { isLoopback } from "#server/env.ts"
import { AppError } from "#server/errors/app-error.ts"
import type { Metrics } from "#server/metrics.ts"
import { contextFacts, type HonoEnv } from "./hono-context.ts"

/**
 * Builds /metrics for Prometheus: with METRICS_TOKEN set, to whoever carries it; else to this machine only.
 */
export function createMetricsRoute(metrics: Metrics, token: string | null): Hono<HonoEnv> {
  const app = new Hono<HonoEnv>()
  app.get("/metrics", async (c) => {
    const isForwarded = c.req.header("x-forwarded-for") !== undefined
    const isAllowed =
      token === null
        ? isLoopback(contextFacts(c).ip) && !isForwarded
        : isSame(c.req.header("authorization") ?? "", `Bearer ${token}`)
    if (!isAllowed) throw new AppError("request.path_unknown", { method: "GET", path: "/metrics" })
    c.header("Content-Type", metrics.registry.contentType)
    return c.body(await metrics.registry.metrics())
  })
  return app
}

function isSame(given: string, wanted: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)]
  return one.length === other.length && timingSafeEqual(one, other)
}
