import { type Command, exitCodes } from "../command.ts"
import { Connection } from "../lsp/connection.ts"
import { FramingError } from "../lsp/framing.ts"
import { LanguageServer } from "../lsp/language-server.ts"

/** Findings are shown when nobody has typed for so long. Units: ms. */
const pauseMs = 120

/** Serves one client over the standard streams until it says exit or hangs up. */
const serve = (): Promise<number> =>
  new Promise((done) => {
    const timers = new Map<string, NodeJS.Timeout>()
    const finish = (code: number) => {
      for (const timer of timers.values()) clearTimeout(timer)
      process.stdin.destroy()
      done(code)
    }
    const server = new LanguageServer({
      send: (method, params) => connection.send(method, params),
      later: (name, task) => {
        clearTimeout(timers.get(name))
        timers.set(
          name,
          setTimeout(() => {
            timers.delete(name)
            task()
          }, pauseMs),
        )
      },
      exit: finish,
    })
    const connection = new Connection((bytes) => void process.stdout.write(bytes), server)
    process.stdin.on("data", (bytes: Buffer) => {
      try {
        connection.receive(bytes)
      } catch (failure) {
        if (!(failure instanceof FramingError)) throw failure
        process.stderr.write(`${failure.message}\n`)
        finish(exitCodes.refused)
      }
    })
    process.stdin.on("end", () => finish(exitCodes.refused))
  })

export const lspCommand: Command = {
  name: "lsp",
  usage: "lsp",
  summary:
    "Serves an editor that speaks the Language Server Protocol, over standard input and output.",
  options: { stdio: { type: "boolean" } },
  operands: [0, 0],
  run: serve,
}
