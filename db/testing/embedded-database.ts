import { createHash } from "node:crypto"
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { createDatabase, type Database } from "../client.ts"
import { migrate, readMigrations } from "../migrate.ts"
import { type Embedded, openInMemory } from "../pglite/open-embedded.ts"
import { createLender } from "./reused-database.ts"

/** What suites make once and use again. */
export const cacheFolder = fileURLToPath(
  new URL("../../node_modules/.cache/botwright/", import.meta.url),
)

const borrow = createLender(openTemplate)

export interface TestDatabaseOptions {
  /** How long a transaction may stay open, for suites about exactly that. */
  readonly limitMs?: number
  /** One that no suite had before and none has after, for suites about opening and closing. */
  readonly isOwn?: boolean
}

/**
 * Opens an embedded database in memory with every migration applied, for one suite; close it after.
 *
 * It is loaded from a dump that the first suite made, which is four times as fast as making it anew. Where
 * suites share a process (see `vitest.config.ts`) it may be one that a suite before has left, emptied.
 */
export async function openEmbeddedTestDatabase({
  limitMs,
  isOwn = false,
}: TestDatabaseOptions = {}): Promise<Database> {
  if (!isOwn && process.env.TEST_REUSE_DATABASES === "1") {
    const { backend, embedded } = await borrow()
    return createDatabase(backend, embedded, limitMs)
  }
  const { backend, remote } = await openTemplate()
  return createDatabase(backend, remote, limitMs)
}

/** Opens one from the dump, without its door. */
export async function openTemplate(): Promise<Embedded> {
  return openInMemory(await loadTemplate())
}

async function loadTemplate(): Promise<Uint8Array> {
  const file = join(cacheFolder, `embedded-${hashOfMigrations()}.tar.gz`)
  try {
    return readFileSync(file)
  } catch {
    return makeTemplate(file)
  }
}

async function makeTemplate(file: string): Promise<Uint8Array> {
  const { backend, remote } = await openInMemory()
  await migrate(backend)
  const dump = await remote.dump()
  await backend.close()
  mkdirSync(cacheFolder, { recursive: true })
  // Two suites may make it at once: each writes its own file, and the name appears only when it is whole.
  const own = `${file}.${process.pid}`
  writeFileSync(own, dump)
  renameSync(own, file)
  return dump
}

/** Names a template, so that a changed migration makes a new one. */
export function hashOfMigrations(): string {
  const hash = createHash("sha256")
  for (const { name, text } of readMigrations()) hash.update(name).update(text)
  return hash.digest("hex").slice(0, 12)
}
