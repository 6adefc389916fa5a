import { type ChildProcess, execFileSync, spawn } from "node:child_process"
import { chownSync, mkdtempSync, rmSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"

/** A server of another make, started for tests; `url` holds its password. */
export interface ServerProcess {
  readonly url: string
  stop(): Promise<void>
}

/** Who runs it: database servers refuse to run as root, and so should everything that can. */
export interface Account {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

/** The account to run a server under: null keeps our own, which is right when we are not root. */
export function findAccount(names: readonly string[]): Account | null {
  if (process.getuid?.() !== 0) return null
  for (const name of names) {
    try {
      const uid = Number(execFileSync("id", ["-u", name], { encoding: "utf8", stdio: "pipe" }))
      const gid = Number(execFileSync("id", ["-g", name], { encoding: "utf8", stdio: "pipe" }))
      return { name, uid, gid }
    } catch {
      // No such account: try the next.
    }
  }
  throw new Error(`None of the accounts ${names.join(", ")} exists to run a server under.`)
}

/** Makes an empty directory that belongs to the account. Short, because a socket's path must be. */
export function makeDirectory(account: Account | null): string {
  const directory = mkdtempSync(join(tmpdir(), "botwright-"))
  if (account !== null) chownSync(directory, account.uid, account.gid)
  return directory
}

/** Asks the system for a port nobody uses. */
export function findFreePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer()
    probe.once("error", fail)
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address()
      probe.close(() => {
        if (address !== null && typeof address === "object") done(address.port)
        else fail(new Error("The system gave no free port."))
      })
    })
  })
}

/** The command that runs another under an account and lets it die with us, where the system can do that. */
export function asAccount(account: Account | null, command: string, args: readonly string[]) {
  if (process.platform !== "linux") return { command, args }
  const change =
    account === null ? [] : [`--reuid=${account.uid}`, `--regid=${account.gid}`, "--clear-groups"]
  return { command: "setpriv", args: [...change, "--pdeathsig=INT", command, ...args] }
}

/**
 * Starts a server and waits until it answers. When it ends instead, throws an Error with what it said.
 *
 * `isReady` is tried until it gives true, for at most 30 s.
 */
export async function startServer(settings: {
  readonly account: Account | null
  readonly command: string
  readonly args: readonly string[]
  readonly directory: string
  readonly url: string
  readonly isReady: () => Promise<boolean>
}): Promise<ServerProcess> {
  const { command, args } = asAccount(settings.account, settings.command, settings.args)
  const child = spawn(command, args, { cwd: settings.directory, stdio: ["ignore", "pipe", "pipe"] })
  const remove = () => rmSync(settings.directory, { recursive: true, force: true })
  const stop = async () => {
    await endProcess(child)
    remove()
  }
  let said = ""
  child.stdout.on("data", (chunk) => (said = `${said}${chunk}`.slice(-4_000)))
  child.stderr.on("data", (chunk) => (said = `${said}${chunk}`.slice(-4_000)))
  const failed = new Promise<never>((_, fail) => {
    child.once("error", fail)
    child.once("exit", (code) =>
      fail(new Error(`${settings.command} ended with ${code} before it was ready:\n${said}`)),
    )
  })
  failed.catch(() => {})
  try {
    await Promise.race([failed, waitUntil(settings.isReady)])
  } catch (error) {
    await stop()
    throw error
  }
  return { url: settings.url, stop }
}

async function waitUntil(isReady: () => Promise<boolean>) {
  const end = performance.now() + 30_000
  while (!(await isReady())) {
    if (performance.now() > end) throw new Error("The server did not answer within 30 s.")
    await new Promise((done) => setTimeout(done, 50))
  }
}

async function endProcess(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((done) => child.once("exit", done))
  child.kill("SIGINT")
  await ended
}
