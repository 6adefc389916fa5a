import { compile } from "../ir/compile.ts"
import { parse } from "../parser/parse.ts"
import { openPreview } from "../pretend/preview.ts"
import type { Preview, PreviewEvent } from "../pretend/preview-shapes.ts"

/**
 * Runs a script in the preview.
 *
 * Shape: `answers` are what the person writes, in order; `+30` lets 30 seconds pass instead.
 */
export function runScript(source: string, answers: readonly string[]): Preview {
  const preview = openPreview(compile(parse(source).program, undefined, source), {})
  preview.start()
  for (const answer of answers) {
    const pause = /^\+(\d+)$/.exec(answer)
    if (pause !== null) preview.skipTime(Number(pause[1]))
    else preview.send({ text: answer })
  }
  return preview
}

/** Writes a transcript, one line an event; further lines of a text are indented. */
export function showTranscript(preview: Preview): string {
  const lines = preview.events.map((event) => `${showEvent(event).replaceAll("\n", "\n    ")}\n`)
  const { waiting } = preview
  return lines.join("") + (waiting === null ? "" : `waiting: ${waiting.kind}\n`)
}

function showEvent(event: PreviewEvent): string {
  switch (event.kind) {
    case "bot": {
      const choices = (event.choices ?? []).map(({ label }) => ` [${label}]`)
      return `bot: ${event.text}${choices.join("")}`
    }
    case "effect":
      return `effect: ${event.keyword} ${event.text}`
    case "fault":
      return `fault: ${event.code} ${event.message}`
    case "end":
      return event.value === null ? "end" : `end: ${JSON.stringify(event.value)}`
    default:
      return `${event.kind}: ${event.text}`
  }
}
