/**
 * Finds Postgres 15 with pgvector and Redis for the database tests; on Debian installs what is missing.
 *
 *   node scripts/ensure-postgres.ts
 *
 * As root it uses apt itself, otherwise `sudo -n`; where neither may, it says in one line what to run.
 * Elsewhere, set TEST_DATABASE_URL (and TEST_REDIS_URL) to servers that are there.
 */
import { spawnSync } from "node:child_process"
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { findPostgres } from "../db/testing/start-postgres.ts"
import { findRedis } from "../db/testing/start-redis.ts"

/** What there is. `missing` says in one line what is not there and what to do. */
export interface TestServers {
  readonly postgres: string | null
  readonly redis: string | null
  readonly missing: string | null
}

const bin = "/usr/lib/postgresql/15/bin"
const packages = [
  "postgresql-15",
  "postgresql-server-dev-15",
  "redis-server",
  "build-essential",
  "dpkg-dev",
]

export function ensureTestServers(): TestServers {
  if (findPostgres() !== null && findRedis() !== null) return look(null)
  if (!existsSync("/etc/debian_version"))
    return look(
      "Postgres 15 with pgvector or Redis is not installed here: set TEST_DATABASE_URL and TEST_REDIS_URL to servers that may be used for tests.",
    )
  const privilege = findPrivilege()
  if (privilege === null)
    return look(
      `Postgres 15 with pgvector or Redis is not installed. Run once: sudo node ${fileURLToPath(import.meta.url)}`,
    )
  return look(install(privilege))
}

function look(missing: string | null): TestServers {
  return { postgres: findPostgres(), redis: findRedis(), missing }
}

/** The words before a command that needs root; null when we may not become it without a password. */
function findPrivilege(): readonly string[] | null {
  if (process.getuid?.() === 0) return []
  const { status } = spawnSync("sudo", ["-n", "true"], { stdio: "ignore" })
  return status === 0 ? ["sudo", "-n"] : null
}

/** Gives null when everything is there, else what went wrong. */
function install(privilege: readonly string[]): string | null {
  try {
    if (!existsSync(join(bin, "pg_config")) || findRedis() === null) {
      console.log(`Installing ${packages.join(" ")} ...`)
      run(privilege, ["apt-get", "update", "-q"])
      run(privilege, ["apt-get", "install", "-q", "-y", "--no-install-recommends", ...packages])
    }
    if (findPostgres() === null) installVector(privilege)
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/**
 * Builds pgvector from the source package of Debian 13, for Debian 12 has none. Lists and sources of
 * its own keep the system's apt as it was.
 */
function installVector(privilege: readonly string[]) {
  console.log("Building pgvector ...")
  const folder = mkdtempSync(join(tmpdir(), "botwright-pgvector-"))
  try {
    const sources = join(folder, "sources.list")
    writeFileSync(sources, "deb-src http://deb.debian.org/debian trixie main\n")
    // A folder to itself: apt deletes what it does not know from among its lists.
    const lists = join(folder, "lists")
    mkdirSync(join(lists, "partial"), { recursive: true })
    const options = [
      `Dir::Etc::SourceList=${sources}`,
      "Dir::Etc::SourceParts=-",
      `Dir::State::Lists=${lists}`,
      `Dir::Cache=${folder}`,
      "APT::Sandbox::User=root",
    ].flatMap((option) => ["-o", option])
    run(privilege, ["apt-get", ...options, "update", "-q"], folder)
    run(privilege, ["apt-get", ...options, "source", "-q", "pgvector"], folder)
    const source = readdirSync(folder).find((name) => /^pgvector-\d/.test(name))
    if (source === undefined) throw new Error("apt-get source pgvector gave no sources.")
    const make = ["make", "OPTFLAGS=", `PG_CONFIG=${join(bin, "pg_config")}`]
    run(privilege, make, join(folder, source))
    run(privilege, [...make, "install"], join(folder, source))
  } finally {
    spawnSync(privilege[0] ?? "rm", [
      ...privilege.slice(1),
      ...(privilege[0] ? ["rm"] : []),
      "-rf",
      folder,
    ])
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Runs a command to its end. Throws: an Error with the command and the last it said. */
function run(privilege: readonly string[], command: readonly string[], cwd?: string) {
  const [first = "", ...rest] = [...privilege, ...command]
  const { status, stdout, stderr, error } = spawnSync(first, rest, {
    cwd,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    // The level at which Debian's packages do not start the servers they install.
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" },
  })
  if (error !== undefined) throw error
  if (status !== 0)
    throw new Error(
      `${command.join(" ")} ended with ${status}: ${`${stdout}${stderr}`.slice(-600)}`,
    )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { postgres, redis, missing } = ensureTestServers()
  if (missing !== null) console.error(missing)
  else console.log(`Postgres: ${postgres}\nRedis: ${redis}`)
  process.exitCode = missing === null ? 0 : 1
}
