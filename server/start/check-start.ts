import { access, constants, mkdir, stat } from "node:fs/promises"
import { dirname, resolve } from "node:path"
import { lockDirectory } from "#db/pglite/directory-lock.ts"
import type { Env } from "#server/env.ts"
import { StartRefusal } from "#server/errors/start-refusal.ts"
import { listen } from "#server/http/listen.ts"
import { createOutboundPolicy } from "#server/infra/outbound/allow-list.ts"
import { loadSecrets } from "#server/secrets/load-secrets.ts"

/**
 * Says whether the product could start, before anything is built or opened: quick, and without a trace
 * but the folder and its secrets.
 *
 * Throws: StartRefusal with a sentence, DatabaseRefusal when another process has the folder.
 */
export async function checkStart(env: Env): Promise<void> {
  createOutboundPolicy(env.outboundAllow)
  await checkFolder(env.dataDir)
  await loadSecrets(env)
  const lock = await lockDirectory(env.dataDir)
  await lock.release()
  const server = await listen(env)
  await new Promise((done) => server.close(done))
}

/** Makes the folder of the data and tries to write there. Throws: StartRefusal. */
export async function checkFolder(dataDir: string): Promise<void> {
  try {
    await makeFolder(resolve(dataDir))
    await access(dataDir, constants.W_OK | constants.X_OK)
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : error
    throw new StartRefusal(
      `The folder ${dataDir} cannot be written (${code}); make it writable for the user who starts the server, or name another one with DATA_DIR.`,
    )
  }
}

/**
 * Makes a folder and those above it, one at a time: Node's own recursive form never ends where a file system says that a
 * folder which is there does not exist (/proc).
 */
async function makeFolder(path: string): Promise<void> {
  const isThere = await stat(path).then(
    (entry) => entry.isDirectory(),
    () => false,
  )
  if (isThere) return
  if (dirname(path) !== path) await makeFolder(dirname(path))
  await mkdir(path).catch(async (error: unknown) => {
    // Somebody else made it in the meantime.
    const isMade = await stat(path).then(
      (entry) => entry.isDirectory(),
      () => false,
    )
    if (isMade) return
    const isFile = error instanceof Error && "code" in error && error.code === "EEXIST"
    throw isFile ? Object.assign(new Error(`${path} is a file`), { code: "ENOTDIR" }) : error
  })
}
