/** Writes beside the cards. The text of the program does not change. */
import type { Gesture, Note } from "../model.ts"
import type { Draft } from "./draft.ts"
import type { Done } from "./outcome.ts"

export function putNote(draft: Draft, { note }: Extract<Gesture, { kind: "putNote" }>): Done {
  const notes = draft.layout.notes ?? []
  const isKnown = notes.some(({ id }) => id === note.id)
  return keepNotes(
    draft,
    isKnown ? notes.map((other) => (other.id === note.id ? note : other)) : [...notes, note],
  )
}

export function removeNotes(
  draft: Draft,
  { noteIds }: Extract<Gesture, { kind: "removeNotes" }>,
): Done {
  return keepNotes(
    draft,
    (draft.layout.notes ?? []).filter(({ id }) => !noteIds.includes(id)),
  )
}

const keepNotes = (draft: Draft, notes: readonly Note[]): Done => ({
  draft: { ...draft, layout: { ...draft.layout, notes } },
})
