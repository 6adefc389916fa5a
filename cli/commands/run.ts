import {
  collectDeclarations,
  link,
  normalizeScriptName,
  openPreview,
  type Preview,
  type PreviewEvent,
  unknownKeyword,
} from "#basic"
import { type Command, exitCodes, type Terminal } from "../command.ts"
import { type ReadBot, readBot } from "../read-bot.ts"

/** Pauses that follow each other without anything to say in between are left at some point. */
const maxPauses = 1000

/** Further lines of a message stand under its first. */
const printSaid = (who: "bot" | "you", text: string): string =>
  `${who}: ${text.split("\n").join("\n     ")}\n`

const printBot = ({ text, choices = [] }: PreviewEvent & { kind: "bot" }): string => {
  const buttons = choices.map(({ label }) => `[${label}]`).join(" ")
  return printSaid("bot", [text, buttons].filter((part) => part !== "").join("\n"))
}

/** What the preview could not do says so itself; its keyword is not one of the language. */
const printEffect = ({ keyword, text }: PreviewEvent & { kind: "effect" }): string =>
  keyword === unknownKeyword ? text : `${keyword}: ${text}`

/** The file a step is in: those of scripts other than the entry go by `script#step`. */
const fileOf = ({ scripts }: ReadBot, stepId: string): string => {
  const name = stepId.includes("#") ? stepId.slice(0, stepId.indexOf("#")) : null
  const found = scripts.find((script) => normalizeScriptName(script.name) === name)
  return (found ?? scripts[0])?.file ?? ""
}

const printEvent = (event: PreviewEvent, bot: ReadBot, terminal: Terminal) => {
  if (event.kind === "bot") terminal.out(printBot(event))
  else if (event.kind === "you") terminal.out(printSaid("you", event.text))
  else if (event.kind === "log") terminal.error(`log: ${event.text}\n`)
  else if (event.kind === "effect") terminal.error(`${printEffect(event)}\n`)
  else if (event.kind === "fault")
    terminal.error(
      `${fileOf(bot, event.stepId)}:${event.line}  ${event.code}\n  ${event.message}\n`,
    )
}

/** Lets every pause pass at once. */
const skipPauses = (preview: Preview): void => {
  for (let count = 0; count < maxPauses && preview.waiting?.kind === "time"; count++) {
    const until = Date.parse(preview.waiting.until ?? "")
    preview.skipTime(Math.max(0, (until - preview.nowMs) / 1000))
  }
}

const hasFailed = (preview: Preview): boolean => preview.events.some(({ kind }) => kind === "fault")

export const runScript: Command = {
  name: "run",
  usage: "run FILE|FOLDER [--say TEXT]...",
  summary: "Holds a conversation with a script or a bot; everything outside is pretended.",
  options: { say: { type: "string", multiple: true } },
  operands: [1, 1],
  run: ({ files, flags }, terminal) => {
    const bot = readBot(files[0] as string, terminal)
    if (!bot) return exitCodes.refused
    const [entry] = bot.scripts
    const preview = openPreview(link(bot.scripts), {
      nowMs: Date.now(),
      params: bot.params,
      ...(entry && { declarations: collectDeclarations(entry.program) }),
    })
    let shown = 0
    const show = () => {
      skipPauses(preview)
      for (const event of preview.events.slice(shown)) printEvent(event, bot, terminal)
      shown = preview.events.length
    }
    preview.start()
    show()
    const said = Array.isArray(flags.say) ? flags.say : []
    for (const text of said) {
      if (hasFailed(preview)) break
      preview.send({ text: String(text) })
      show()
    }
    if (preview.waiting) terminal.error(`(waits for: ${preview.waiting.kind})\n`)
    return hasFailed(preview) ? exitCodes.refused : exitCodes.fine
  },
}
