import { type ChildProcess, spawn } from "node:child_process"
import { join } from "node:path"
import { bundleProgram } from "#server/testing/bundle-program.ts"

/** In one file: each of many starts would read a thousand. `npm start` itself is held by the end-to-end suites. */
const main = await bundleProgram(join(import.meta.dirname, "../../main.ts"))
const children: ChildProcess[] = []

/** A real process of the product. */
export interface Started {
  readonly child: ChildProcess
  /** What was printed until the process ended. */
  readonly ended: Promise<{ code: number | null; stdout: string; stderr: string }>
  /** Rejects with what was said when it ends instead. */
  readonly ready: Promise<{ url: string; demo: { email: string; password: string } | null }>
}

/** Starts `server/main.ts` on a free port, without pages. */
export function start(env: Record<string, string>, args: string[] = []): Started {
  const settings = {
    PATH: process.env.PATH ?? "",
    NODE_ENV: "production",
    PORT: "0",
    PAGES: "off",
    BOTWRIGHT_ANNOUNCE: "json",
    ...env,
  } as const
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", main, ...args], {
    env: settings,
    stdio: ["ignore", "pipe", "pipe"],
  })
  children.push(child)
  let [stdout, stderr] = ["", ""]
  const ended = new Promise<Awaited<Started["ended"]>>((done) =>
    child.on("close", (code) => done({ code, stdout, stderr })),
  )
  child.stderr.on("data", (bytes) => {
    stderr += bytes
  })
  const ready = new Promise<Awaited<Started["ready"]>>((done, fail) => {
    child.stdout.on("data", (bytes) => {
      stdout += bytes
      if (stdout.includes("\n")) done(JSON.parse(stdout))
    })
    child.on("close", () => fail(new Error(stderr)))
  })
  ready.catch(() => undefined)
  return { child, ended, ready }
}

/** Kills every process that was started and still runs. */
export function killStarted(): void {
  for (const child of children.splice(0)) child.kill("SIGKILL")
}
