import { access, constants } from "node:fs/promises"
import type { RequestListener } from "node:http"
import { join } from "node:path"
import { mountNextAuth } from "#server/auth/mount.ts"
import type { Container } from "#server/container.ts"
import { createHonoApp, toListener } from "#server/http/app.ts"
import type { GatewayParts } from "#server/http/gateway.ts"
import type { HealthCheck } from "#server/http/health.ts"
import { factsOf } from "#server/http/request-facts.ts"
import { openStaticFiles } from "#server/http/static-files.ts"
import { createChatSockets } from "#server/socket/chat-sockets.ts"
import { createFlowSockets } from "#server/socket/flows/flow-sockets.ts"
import { createInboxSockets } from "#server/socket/inbox/inbox-sockets.ts"
import type { Pages } from "./start-pages.ts"

const publicFolder = join(import.meta.dirname, "../../public")

/** Builds everything that answers, over the running parts of a container. */
export async function createParts(
  container: Container,
  pages: Pages | null,
  sharedChecks: ReadonlyMap<string, HealthCheck> = new Map(),
): Promise<{ parts: GatewayParts; sockets: Sockets }> {
  const chats = createChatSockets(container)
  const flows = createFlowSockets(container)
  const inboxes = createInboxSockets(container)
  const sockets = [chats, flows, inboxes]
  const parts: GatewayParts = {
    api: toListener(
      createHonoApp(container, new Map([...createChecks(container), ...sharedChecks])),
    ),
    auth: mountNextAuth(container, factsOf),
    files: await openStaticFiles(publicFolder),
    pages: pages?.request ?? null,
    upgrade: (request, socket, head) => {
      if (sockets.some((each) => each.upgrade(request, socket, head))) return true
      if (pages?.upgrade == null) return false
      pages.upgrade(request, socket, head)
      return true
    },
  }
  const close = async () => {
    chats.close()
    await Promise.all([flows.close(), inboxes.close()])
  }
  const isSite = container.env.role !== "worker"
  return { parts: isSite ? parts : withoutSite(parts), sockets: { close } }
}

/** The live connections of this process. */
export interface Sockets {
  /** Says goodbye to all of them, once what was edited is stored. */
  close(): Promise<void>
}

/** A worker answers for its health and metrics and nothing else. */
function withoutSite(parts: GatewayParts): GatewayParts {
  const nothing: RequestListener = (_, response) => {
    response.statusCode = 404
    response.end()
  }
  const files = { has: () => false, send: () => undefined }
  return { api: parts.api, auth: nothing, files, pages: null, upgrade: () => false }
}

function createChecks({ db, env, files }: Container): ReadonlyMap<string, HealthCheck> {
  return new Map<string, HealthCheck>([
    ["database", () => db.accountsQuery("select 1 as one")],
    ["files", () => files.check()],
    ["folder", () => access(env.dataDir, constants.W_OK)],
  ])
}
