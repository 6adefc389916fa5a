import { execFileSync } from "node:child_process"
import { randomBytes } from "node:crypto"
import { existsSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { openAdminClient } from "./admin-client.ts"
import {
  asAccount,
  findAccount,
  findFreePort,
  makeDirectory,
  type ServerProcess,
  startServer,
} from "./server-process.ts"

/** Where Postgres's programs lie, the version the tests are for first. */
const binFolders = [
  ...["15", "16", "17", "18"].map((version) => `/usr/lib/postgresql/${version}/bin`),
  ...["15", "16", "17", "18"].map((version) => `/opt/homebrew/opt/postgresql@${version}/bin`),
  ...["15", "16", "17", "18"].map((version) => `/usr/local/opt/postgresql@${version}/bin`),
]

/** Finds an installed Postgres 15 or newer with pgvector; null when there is none. PG_BIN names another. */
export function findPostgres(): string | null {
  const named = process.env.PG_BIN
  const folders = named === undefined || named === "" ? binFolders : [named]
  return folders.find((folder) => existsSync(join(folder, "postgres")) && hasVector(folder)) ?? null
}

export function hasVector(bin: string): boolean {
  try {
    const config = existsSync(join(bin, "pg_config")) ? join(bin, "pg_config") : "pg_config"
    const share = execFileSync(config, ["--sharedir"], { encoding: "utf8", stdio: "pipe" }).trim()
    return existsSync(join(share, "extension", "vector.control"))
  } catch {
    return existsSync(
      bin.replace(
        /^\/usr\/lib\/postgresql\/(\d+)\/bin$/,
        "/usr/share/postgresql/$1/extension/vector.control",
      ),
    )
  }
}

/**
 * Starts a Postgres of its own in a temporary directory on a free port, as the account `postgres` when
 * we are root. It ends with `stop`, or with this process.
 *
 * `isDurable` keeps fsync on, for measuring; tests need not wait for the disk.
 */
export async function startPostgres({
  bin = findPostgres(),
  isDurable = false,
}: {
  bin?: string | null
  isDurable?: boolean
} = {}): Promise<ServerProcess> {
  if (bin === null)
    throw new Error("No Postgres with pgvector is installed. Run: npm run test:db, which says how.")
  const account = findAccount(["postgres"])
  const directory = makeDirectory(account)
  const password = randomBytes(18).toString("base64url")
  createCluster({ bin, directory, password, account })
  const port = await findFreePort()
  const url = `postgres://owner:${password}@127.0.0.1:${port}/postgres`
  const settings = [
    `port=${port}`,
    "listen_addresses=127.0.0.1",
    `unix_socket_directories=${directory}`,
    "max_connections=200",
    ...(isDurable ? [] : ["fsync=off", "synchronous_commit=off", "full_page_writes=off"]),
  ]
  return startServer({
    ...{ account, directory, url },
    command: join(bin, "postgres"),
    args: ["-D", join(directory, "data"), ...settings.flatMap((setting) => ["-c", setting])],
    isReady: () => answers(url),
  })
}

function createCluster(settings: {
  bin: string
  directory: string
  password: string
  account: ReturnType<typeof findAccount>
}) {
  const { bin, directory, password, account } = settings
  const passwordFile = join(directory, "password")
  writeFileSync(passwordFile, password, { mode: 0o644 })
  const { command, args } = asAccount(account, join(bin, "initdb"), [
    ...["-D", join(directory, "data"), "-U", "owner", "-A", "password"],
    ...[`--pwfile=${passwordFile}`, "--locale=C.UTF-8", "--encoding=UTF8", "--no-sync"],
  ])
  execFileSync(command, args, { stdio: "pipe", cwd: directory })
}

async function answers(url: string): Promise<boolean> {
  try {
    const admin = await openAdminClient(url)
    await admin.end()
    return true
  } catch {
    return false
  }
}
