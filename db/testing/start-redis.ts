import { randomBytes } from "node:crypto"
import { existsSync, writeFileSync } from "node:fs"
import { connect } from "node:net"
import { join } from "node:path"
import {
  findAccount,
  findFreePort,
  makeDirectory,
  type ServerProcess,
  startServer,
} from "./server-process.ts"

/** Finds an installed Redis; null when there is none. */
export function findRedis(): string | null {
  const folders = ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"]
  const files = folders.map((folder) => join(folder, "redis-server"))
  return files.find((file) => existsSync(file)) ?? null
}

/** Starts a Redis of its own that keeps nothing on disk. It ends with `stop`, or with this process. */
export async function startRedis(command = findRedis()): Promise<ServerProcess> {
  if (command === null)
    throw new Error("No Redis is installed. Run: npm run test:db, which says how.")
  const account = findAccount(["redis", "nobody"])
  const directory = makeDirectory(account)
  const password = randomBytes(18).toString("base64url")
  const port = await findFreePort()
  const config = join(directory, "redis.conf")
  // In a file rather than as arguments, which other users of the machine can read.
  writeFileSync(
    config,
    `bind 127.0.0.1\nport ${port}\nrequirepass ${password}\nsave ""\nappendonly no\ndir ${directory}\n`,
    { mode: 0o644 },
  )
  return startServer({
    ...{ account, directory, command },
    url: `redis://:${password}@127.0.0.1:${port}`,
    args: [config],
    isReady: () => answers(port, password),
  })
}

function answers(port: number, password: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(`AUTH ${password}\r\nPING\r\n`))
    let said = ""
    socket.on("data", (chunk) => {
      said += chunk
      if (said.includes("PONG")) {
        socket.destroy()
        done(true)
      }
    })
    socket.on("error", () => done(false))
  })
}
