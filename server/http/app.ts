import type { RequestListener } from "node:http"
import { getRequestListener } from "@hono/node-server"
import { Hono } from "hono"
import { createApi } from "#server/api/api.ts"
import type { Container } from "#server/container.ts"
import { createDocumentFiles } from "./document-files.ts"
import { openDocuments } from "./documents.ts"
import { createHealthRoutes, type HealthCheck } from "./health.ts"
import { answerUnknown, createErrorHandler, type HonoEnv } from "./hono-context.ts"
import { createMetricsRoute } from "./metrics-route.ts"
import { createTrpcRoutes } from "./trpc-route.ts"
import { createUploadRoute } from "./upload-route.ts"

/** Everything Hono answers: health and metrics in every role, the API where the role serves it. */
export function createHonoApp(
  container: Container,
  checks: ReadonlyMap<string, HealthCheck>,
): Hono<HonoEnv> {
  const app = new Hono<HonoEnv>()
  app.onError(createErrorHandler(container.publicUrl, container.log))
  app.notFound(answerUnknown)
  app.route("/", createHealthRoutes(checks))
  app.route("/", createMetricsRoute(container.metrics, container.env.metricsToken))
  if (container.env.role === "worker") return app
  app.route("/", createTrpcRoutes(container))
  app.route("/", createUploadRoute(container))
  app.route("/api/v1", createApi(container))
  app.route("/", createDocumentFiles(openDocuments()))
  return app
}

/** Puts a Hono app on Node's server. */
export function toListener(app: Hono<HonoEnv>): RequestListener {
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false })
  return (request, response) => void listener(request, response)
}
