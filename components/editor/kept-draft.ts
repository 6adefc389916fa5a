import type { OpenDraft } from "./bot-shapes.ts"

const keyOf = (botId: string) => `botwright:draft:${botId}`

/** Keeps what the server does not have yet in this browser, so that a lost network or a closed tab loses nothing. */
export function keepDraft(botId: string, draft: OpenDraft): void {
  try {
    localStorage.setItem(keyOf(botId), JSON.stringify(draft))
  } catch {
    // Storage is full or forbidden: the draft still lives in this page and is sent when it can be.
  }
}

/** The server has it all. */
export function forgetDraft(botId: string): void {
  try {
    localStorage.removeItem(keyOf(botId))
  } catch {
    // Storage is forbidden: nothing was kept.
  }
}

/** What was edited here on top of this very revision and never arrived; null when there is none. */
export function findUnsaved(botId: string, stored: OpenDraft): OpenDraft | null {
  const kept = readKept(botId)
  if (!kept || kept.revision !== stored.revision || kept.source === stored.source) return null
  return kept
}

function readKept(botId: string): OpenDraft | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(botId)) ?? "null")
    return isDraft(kept) ? kept : null
  } catch {
    return null
  }
}

function isDraft(value: unknown): value is OpenDraft {
  if (typeof value !== "object" || value === null) return false
  const { source, layout, revision } = value as Partial<Record<keyof OpenDraft, unknown>>
  return (
    typeof source === "string" &&
    typeof revision === "number" &&
    typeof layout === "object" &&
    layout !== null
  )
}
