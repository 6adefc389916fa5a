import { createHash } from "node:crypto"
import { mkdirSync, realpathSync, rmSync } from "node:fs"
import { connect, createServer, type Server } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseRefusal } from "../errors.ts"

/** Held until released or until the process ends, however it ends. */
export interface DirectoryLock {
  release(): Promise<void>
}

/**
 * Makes sure that one process alone opens a directory, because a second one would corrupt it.
 *
 * The lock is a socket that listens inside the directory. The system closes it with the process, so a
 * socket file that nobody answers on was left by a process that was killed, and is taken over. On
 * Linux a second socket in the kernel's own name space (no file) decides when two start at once over
 * such a leftover; on Windows a named pipe does both.
 *
 * Throws: DatabaseRefusal with a sentence when another process has it.
 */
export async function lockDirectory(directory: string): Promise<DirectoryLock> {
  mkdirSync(directory, { recursive: true })
  const held: Server[] = []
  const release = async () => {
    for (const server of held.splice(0)) await closeServer(server)
  }
  try {
    for (const address of addressesOf(realpathSync(directory)))
      held.push(await take(address, directory))
  } catch (error) {
    await release()
    throw error
  }
  return { release }
}

interface Address {
  /** What is bound. */
  readonly path: string
  /** The file that stays behind when a process is killed; null when there is none. */
  readonly file: string | null
}

function addressesOf(directory: string): Address[] {
  const hash = createHash("sha256").update(directory).digest("hex").slice(0, 32)
  if (process.platform === "win32") return [{ path: `\\\\.\\pipe\\botwright-${hash}`, file: null }]
  const file = join(directory, "lock.sock")
  // The system cuts the path of a socket off after about 100 bytes; a longer one gets a short name elsewhere.
  const short =
    Buffer.byteLength(file) < 100 ? file : join(tmpdir(), `botwright-${hash.slice(0, 16)}.sock`)
  const inDirectory = { path: short, file: short }
  return process.platform === "linux"
    ? [{ path: `\0botwright-${hash}`, file: null }, inDirectory]
    : [inDirectory]
}

async function take({ path, file }: Address, directory: string): Promise<Server> {
  const first = await tryListen(path)
  if (first !== null) return first
  const owner = await askOwner(path)
  if (owner === null && file !== null) {
    rmSync(file, { force: true })
    const second = await tryListen(path)
    if (second !== null) return second
  }
  throw new DatabaseRefusal(
    `Another Botwright${owner === null ? "" : ` (process ${owner})`} is using the data in ${directory}. Stop it first, or set DATA_DIR to another directory.`,
  )
}

/** Gives null when the address is taken. */
function tryListen(path: string): Promise<Server | null> {
  return new Promise((done, fail) => {
    const server = createServer((socket) => {
      socket.on("error", () => {})
      socket.end(String(process.pid))
    })
    server.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" ? done(null) : fail(error),
    )
    server.listen(path, () => {
      server.unref()
      done(server)
    })
  })
}

/** Gives the process id of whoever listens there, null when nobody does. */
function askOwner(path: string): Promise<string | null> {
  return new Promise((done) => {
    const socket = connect(path)
    let text = ""
    socket.on("data", (bytes) => {
      text += bytes
    })
    socket.on("end", () => done(text))
    socket.on("error", () => done(null))
  })
}

function closeServer(server: Server): Promise<void> {
  return new Promise((done) => server.close(() => done()))
}
