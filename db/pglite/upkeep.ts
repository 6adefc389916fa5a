import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs"
import { open, rename } from "node:fs/promises"
import { join } from "node:path"
import type { Database } from "../client.ts"
import { DatabaseMisuse } from "../errors.ts"

/** How often upkeep looks whether a backup is due. */
const backupLookMs = 10 * 60_000

export interface UpkeepSettings {
  /** Where backups go. */
  readonly directory: string
  readonly vacuumEveryMs: number
  /** By the age of the newest backup, so that a process that is often started anew backs up all the same. */
  readonly backupEveryMs: number
  /** How many backups are kept; older ones are deleted. */
  readonly keptBackups: number
  readonly report: (error: Error) => void
}

/**
 * Looks after an embedded database, which has nobody else to: vacuums it and writes backups, again and
 * again. A killed process loses nothing, but a power cut may, and then a backup is what is left.
 *
 * Does nothing for a real server. The function given back stops it and waits for what runs.
 */
export function startUpkeep(db: Database, settings: UpkeepSettings): () => Promise<void> {
  if (db.embedded === null) return async () => {}
  let running: Promise<unknown> = Promise.resolve()
  const repeat = (everyMs: number, task: () => Promise<unknown>) => {
    let isWaiting = false
    return setInterval(() => {
      if (isWaiting) return
      isWaiting = true
      running = running
        .then(task)
        .catch(settings.report)
        .finally(() => {
          isWaiting = false
        })
    }, everyMs).unref()
  }
  const timers = [
    repeat(settings.vacuumEveryMs, () => vacuumDatabase(db)),
    repeat(Math.min(settings.backupEveryMs, backupLookMs), () =>
      backUpWhenDue(db, settings, new Date()),
    ),
  ]
  return async () => {
    for (const timer of timers) clearInterval(timer)
    await running
  }
}

/** Writes a backup when the newest is older than `backupEveryMs`, or when there is none. */
export async function backUpWhenDue(
  db: Database,
  settings: Pick<UpkeepSettings, "directory" | "backupEveryMs" | "keptBackups">,
  now: Date,
): Promise<void> {
  const newest = newestBackupAt(settings.directory)
  if (newest !== null && now.getTime() - newest.getTime() < settings.backupEveryMs) return
  await writeBackup(db, settings.directory, settings.keptBackups, now)
}

/** Frees dead rows and renews the planner's figures, table by table, so that others get their turn in between. */
export async function vacuumDatabase(db: Database): Promise<void> {
  const embedded = embeddedOf(db)
  const tables = await db.asOwner((tx) =>
    tx.rows<{ name: string }>(
      `select format('%I.%I', schemaname, relname) as name from pg_stat_user_tables order by 1`,
    ),
  )
  for (const { name } of tables) await embedded.runAlone(`vacuum (analyze) ${name}`)
}

/**
 * Writes the whole database into `directory` and deletes all but the newest backups there.
 *
 * Gives the file's path: a gzipped tar that `restoreBackup` reads. The name appears when it is whole.
 */
export async function writeBackup(
  db: Database,
  directory: string,
  keptBackups: number,
  now: Date,
): Promise<string> {
  mkdirSync(directory, { recursive: true })
  const dump = await embeddedOf(db).dump()
  const path = join(directory, `database-${now.toISOString().replaceAll(/[:.]/g, "-")}.tar.gz`)
  const file = await open(`${path}.part`, "w", 0o600)
  try {
    await file.writeFile(dump)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(`${path}.part`, path)
  for (const old of listBackups(directory).slice(0, -keptBackups)) rmSync(join(directory, old))
  return path
}

/** The names of the backups in a directory, oldest first. */
export function listBackups(directory: string): string[] {
  return readdirSync(directory)
    .filter((name) => /^database-[\dTZ-]+\.tar\.gz$/.test(name))
    .sort()
}

/** When the newest backup in a directory was written, by its name; null when there is none. */
export function newestBackupAt(directory: string): Date | null {
  const name = existsSync(directory) ? listBackups(directory).at(-1) : undefined
  const [, day, hours, minutes, seconds, ms] =
    /^database-([\d-]+)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z/.exec(name ?? "") ?? []
  return day === undefined ? null : new Date(`${day}T${hours}:${minutes}:${seconds}.${ms}Z`)
}

function embeddedOf(db: Database) {
  if (db.embedded === null)
    throw new DatabaseMisuse("A real server is vacuumed and backed up by its own means.")
  return db.embedded
}
