import { accessSync, constants, mkdirSync } from "node:fs"
import { join } from "node:path"
import { Worker } from "node:worker_threads"
import type { Backend } from "../backend.ts"
import { DatabaseRefusal } from "../errors.ts"
import { type DirectoryLock, lockDirectory } from "./directory-lock.ts"
import type { Opened, WorkerStart } from "./messages.ts"
import { Remote } from "./remote.ts"

/** The embedded database: the backend every call goes through, and what only it can do. */
export interface Embedded {
  readonly backend: Backend
  readonly remote: Remote
}

/** Where the files of the database lie in a data directory. */
export function databaseFolder(dataDir: string): string {
  return join(dataDir, "database")
}

/**
 * Opens the embedded database of a data directory; makes it when it is not there, from `dump` if given.
 *
 * Throws: DatabaseRefusal with a sentence: the directory cannot be written, or another process has it.
 */
export async function openEmbedded(
  dataDir: string,
  dump: Uint8Array | null = null,
): Promise<Embedded> {
  const directory = databaseFolder(dataDir)
  assertWritable(dataDir, directory)
  const lock = await lockDirectory(dataDir)
  try {
    const remote = await startWorker({ directory, dump })
    return { remote, backend: withLock(remote, lock) }
  } catch (error) {
    await lock.release()
    throw error
  }
}

/** Opens a database that lives in memory and is gone when closed; `dump` is what it begins from. */
export async function openInMemory(dump: Uint8Array | null = null): Promise<Embedded> {
  const remote = await startWorker({ directory: null, dump })
  return { remote, backend: remote }
}

function withLock(remote: Remote, lock: DirectoryLock): Backend {
  return {
    query: (scope, text, params) => remote.query(scope, text, params),
    transaction: (scope, limitMs, work) => remote.transaction(scope, limitMs, work),
    openPool: (schema) => remote.openPool(schema),
    async close() {
      await remote.close()
      await lock.release()
    },
  }
}

function assertWritable(dataDir: string, directory: string) {
  try {
    mkdirSync(directory, { recursive: true })
    accessSync(dataDir, constants.W_OK)
    accessSync(directory, constants.W_OK)
  } catch {
    throw new DatabaseRefusal(
      `The directory ${dataDir} cannot be written. Set DATA_DIR to a directory that this user may write, or change its rights.`,
    )
  }
}

function startWorker(start: WorkerStart): Promise<Remote> {
  return new Promise((done, fail) => {
    const worker = new Worker(new URL("./worker.ts", import.meta.url), {
      workerData: start,
      name: "embedded-database",
    })
    const refuse = (reason: string) =>
      fail(new DatabaseRefusal(`The embedded database does not open: ${reason}`))
    worker.once("error", (error) => refuse(error.message))
    worker.once("message", (opened: Opened) => {
      if (opened.open) return done(new Remote(worker))
      refuse(opened.reason)
      void worker.terminate()
    })
  })
}
