import type { OpenDraft } from "./bot-shapes.ts"

/** `place` is the bot's id for its first flow, `<bot>/<flow>` for others. */
const prefixOf = (place: string) => `botwright:draft:${place}:`
/** Every open page keeps its own: two tabs of one bot do not overwrite what the other has not sent yet. */
const pageId = Math.random().toString(36).slice(2)

/** What was edited here, and what it was made of. */
export interface KeptDraft extends OpenDraft {
  /** What the server had when it was edited. */
  readonly base?: Pick<OpenDraft, "source" | "layout">
  /** The edits themselves, where the flow is edited together with others: taken twice they count once. */
  readonly shared?: { readonly generation: string; readonly update: string } | undefined
}

interface StoredKept extends KeptDraft {
  /** Units: ms since 1970. */
  readonly keptAt: number
}

/** Keeps what the server does not have yet in this browser, so that a lost network or a closed tab loses nothing. */
export function keepDraft(place: string, draft: KeptDraft): void {
  try {
    const kept: StoredKept = { ...draft, keptAt: Date.now() }
    localStorage.setItem(prefixOf(place) + pageId, JSON.stringify(kept))
  } catch {
    // Storage is full or forbidden: the draft still lives in this page and is sent when it can be.
  }
}

/** The server has all that this page kept. */
export function forgetDraft(place: string): void {
  try {
    localStorage.removeItem(prefixOf(place) + pageId)
  } catch {
    // Storage is forbidden: nothing was kept.
  }
}

/**
 * Takes over the newest draft that was edited in this browser and never arrived; null when there is none.
 * Its revision is the one it was made on: when the server has another by now, both are there to choose from.
 */
export function takeUnsaved(place: string, stored: OpenDraft): KeptDraft | null {
  try {
    const all = Object.keys(localStorage)
      .filter((key) => key.startsWith(prefixOf(place)))
      .map((key) => ({ key, draft: readKept(key) }))
    for (const { key, draft } of all)
      if (!draft || isSameDraft(draft, stored)) localStorage.removeItem(key)
    const [newest] = all
      .flatMap(({ key, draft }) => (draft && !isSameDraft(draft, stored) ? [{ key, draft }] : []))
      .sort((a, b) => b.draft.keptAt - a.draft.keptAt)
    if (!newest) return null
    const { keptAt: _, ...draft } = newest.draft
    localStorage.removeItem(newest.key)
    keepDraft(place, draft)
    return draft
  } catch {
    return null
  }
}

/** Whether two drafts say the same, whatever revision they stand on. */
export function isSameDraft(
  a: Pick<OpenDraft, "source" | "layout">,
  b: Pick<OpenDraft, "source" | "layout">,
): boolean {
  return a.source === b.source && print(a.layout) === print(b.layout)
}

/** Key order does not matter to what a layout says. */
const print = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )

/** A layout as it is stored: what belongs to one open page alone stays there. */
export function storedLayout({ maker: _, ...layout }: OpenDraft["layout"]): OpenDraft["layout"] {
  return layout
}

function readKept(key: string): StoredKept | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "null")
    return isKept(kept) ? kept : null
  } catch {
    return null
  }
}

function isKept(value: unknown): value is StoredKept {
  if (typeof value !== "object" || value === null) return false
  const { source, layout, revision, keptAt } = value as Partial<Record<keyof StoredKept, unknown>>
  return (
    typeof source === "string" &&
    typeof revision === "number" &&
    typeof keptAt === "number" &&
    typeof layout === "object" &&
    layout !== null
  )
}
