import type { Clock } from "#server/clock.ts"
import type { Env } from "#server/env.ts"
import { createOutbound } from "#server/infra/outbound/guarded.ts"
import { createLocalFiles } from "./local.ts"
import { createObjectStore } from "./object-store.ts"
import type { Files } from "./port.ts"

/**
 * Opens the store of contents: the folder FILES_DIR, or the store that the S3_ variables name. Whoever
 * runs the server has named that host, so that the guard lets it through for this and nothing else.
 */
export function openFiles(
  env: Pick<Env, "filesDir" | "s3" | "outboundAllow">,
  clock: Clock,
): Files {
  if (env.s3 === null) return createLocalFiles(env.filesDir)
  const { host } = new URL(env.s3.endpoint)
  return createObjectStore(env.s3, createOutbound({ allow: [...env.outboundAllow, host] }), clock)
}
