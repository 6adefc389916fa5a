/** Lets a text through sentence by sentence, each after it was looked at. */
export interface Release {
  readonly add: (part: string) => void
  /** Drops what is not let through yet, and begins a new draft. */
  readonly restart: () => void
}

/** A sentence that does not end is let through in pieces of this length at the last blank. Units: characters. */
const longest = 400

/**
 * Opens the gate between a model and live clients. `look` gives the sentence as it may be shown, and null where
 * nothing more of this draft may be: then the rest is held back, and the whole message tells.
 */
export function openRelease(
  openDraft: () => (part: string) => void,
  look: (sentence: string) => string | null,
): Release {
  let send: ((part: string) => void) | null = null
  let held = ""
  let isClosed = false
  const release = (text: string) => {
    if (isClosed || text === "") return
    const shown = look(text)
    if (shown === null) {
      isClosed = true
      return
    }
    send ??= openDraft()
    if (shown !== "") send(shown)
  }
  return {
    add: (part) => {
      held += part
      for (let end = endOfSentence(held); end > 0; end = endOfSentence(held)) {
        release(held.slice(0, end))
        held = held.slice(end)
      }
    },
    restart: () => {
      held = ""
      isClosed = false
      // What was shown belongs to an answer that is no more: an empty draft takes its place.
      if (send !== null) {
        send = openDraft()
        send("")
      }
    },
  }
}

/** Behind the blank that ends the first whole sentence; 0 when there is none yet. */
function endOfSentence(text: string): number {
  const match = /[.!?؟]["”»)\]]*\s+|\n+/u.exec(text)
  if (match !== null) return match.index + match[0].length
  return text.length > longest ? Math.max(0, text.lastIndexOf(" ") + 1) : 0
}
