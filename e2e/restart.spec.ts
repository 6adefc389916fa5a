/**
 * The promise of the first screen: a conversation goes on after the whole product was killed.
 * This journey runs a product of its own, because it kills it.
 */
import { type ChildProcess, spawn } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { expect, test } from "@playwright/test"

const root = dirname(dirname(fileURLToPath(import.meta.url)))

interface Turn {
  messages: { from: string; text: string; seq: number }[]
  waiting: { kind: string } | null
}
interface Start extends Turn {
  conversation: { id: string; token: string }
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address()
      probe.close(() => done(typeof address === "object" && address ? address.port : 0))
    })
  })
}

/** Starts the product in a process group of its own, so that all of it can be killed at once. */
async function startProduct(port: number, dataDir: string): Promise<ChildProcess> {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    PORT: String(port),
    DATA_DIR: dataDir,
    BOTWRIGHT_ANNOUNCE: "json",
  }
  delete env.DATABASE_URL
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    cwd: root,
    env,
    detached: true,
    stdio: ["ignore", "pipe", "inherit"],
  })
  await new Promise<void>((done, fail) => {
    let said = ""
    child.stdout?.on("data", (chunk: Buffer) => {
      said += chunk
      if (said.includes('"ready":true')) done()
    })
    child.on("exit", (code) => fail(new Error(`npm start ended with ${code}: ${said}`)))
  })
  return child
}

function kill(child: ChildProcess, signal: NodeJS.Signals): Promise<unknown> {
  const ended = new Promise((done) => child.once("exit", done))
  if (child.pid) process.kill(-child.pid, signal)
  return ended
}

async function post<T>(
  url: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<T> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  })
  expect(response.status, url).toBeLessThan(300)
  return (await response.json()) as T
}

test("a conversation with the demo bot goes on after kill -9 of the whole process group", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "botwright-restart-"))
  const port = await freePort()
  const api = `http://127.0.0.1:${port}/api/v1`
  let product = await startProduct(port, dataDir)
  try {
    const start = await post<Start>(`${api}/bots/demo/conversations`, {})
    expect(start.messages.length).toBeGreaterThan(0)
    expect(start.waiting?.kind).toBe("name")
    const authorization = { authorization: `Bearer ${start.conversation.token}` }
    const named = await post<Turn>(
      `${api}/conversations/${start.conversation.id}/messages`,
      { text: "Ana Lima" },
      authorization,
    )
    expect(named.waiting?.kind).toBe("email")

    await kill(product, "SIGKILL")
    product = await startProduct(port, dataDir)

    const refused = await post<Turn>(
      `${api}/conversations/${start.conversation.id}/messages`,
      { text: "not an address" },
      authorization,
    )
    expect(refused.waiting?.kind).toBe("email")
    const accepted = await post<Turn>(
      `${api}/conversations/${start.conversation.id}/messages`,
      { text: "ana@example.org" },
      authorization,
    )
    expect(accepted.waiting?.kind).toBe("menu")
    const history = (await (
      await fetch(`${api}/conversations/${start.conversation.id}/messages?after=0`, {
        headers: authorization,
      })
    ).json()) as Turn
    expect(history.messages.map((message) => message.seq)).toEqual(
      history.messages.map((_, index) => index + 1),
    )
    expect(history.messages.filter((message) => message.text === "Ana Lima")).toHaveLength(1)
  } finally {
    await kill(product, "SIGTERM")
    rmSync(dataDir, { recursive: true, force: true })
  }
})
