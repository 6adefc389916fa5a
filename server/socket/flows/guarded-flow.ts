import * as Y from "yjs"
import { limits } from "#catalog/limits.ts"
import { inspectUpdate } from "#catalog/shared-flow/check-update.ts"
import { readEntries } from "#catalog/shared-flow/layout-entries.ts"
import { copySharedFlow, openSharedFlow, type SharedFlow } from "#catalog/shared-flow/open.ts"
import { isStorable } from "#server/services/accounts/schema.ts"
import { LayoutInput } from "#server/services/bots/schema.ts"

/** Why an update is not taken. */
export type UpdateRefusal = "malformed" | "gap" | "foreign" | "content" | "tooLarge"

/**
 * A document that only takes updates that leave it a flow: text within its limits, a layout, anchors.
 *
 * An update cannot be taken back, so each is tried on a second document first. One that fails costs a
 * copy of the document; those of builders never do.
 */
export class GuardedFlow {
  readonly flow: SharedFlow
  #trial: SharedFlow
  #touched = new Set<string>()

  constructor(flow: SharedFlow) {
    this.flow = flow
    this.#trial = this.#makeTrial()
  }

  /** Takes an update if it may be taken; `isMine` tells whose content it may bring. */
  take(
    update: Uint8Array,
    origin: unknown,
    isMine: (client: number) => boolean,
  ): UpdateRefusal | null {
    const refusal = this.#try(update, isMine)
    if (refusal === null) Y.applyUpdate(this.flow.doc, update, origin)
    else if (refusal !== "malformed" && refusal !== "foreign") this.#trial = this.#makeTrial()
    return refusal
  }

  /** Takes what the log holds; it was checked when it was written. */
  receive(update: Uint8Array, origin: unknown): void {
    Y.applyUpdate(this.flow.doc, update, origin)
    Y.applyUpdate(this.#trial.doc, update)
  }

  #try(update: Uint8Array, isMine: (client: number) => boolean): UpdateRefusal | null {
    try {
      const { clients, isPlain } = inspectUpdate(update, stateOf(this.flow.doc))
      if (!isPlain) return "content"
      if (![...clients].every(isMine)) return "foreign"
    } catch {
      return "malformed"
    }
    this.#touched.clear()
    try {
      Y.applyUpdate(this.#trial.doc, update)
    } catch {
      return "content"
    }
    const { store } = this.#trial.doc
    if (store.pendingStructs !== null || store.pendingDs !== null) return "gap"
    return this.#judge()
  }

  /** Looks at what the last update touched. */
  #judge(): UpdateRefusal | null {
    const { doc, text, layout, steps } = this.#trial
    for (const name of doc.share.keys())
      if (name !== "source" && name !== "layout" && name !== "steps") return "content"
    if (this.#touched.has("source")) {
      const source = text.toString()
      if (source.length !== text.length || !isStorable(source)) return "content"
      if (source.length > limits.draftSourceChars) return "tooLarge"
    }
    if (this.#touched.has("steps") && (steps.size > 20_000 || !areAnchors(steps))) return "content"
    if (this.#touched.has("layout")) {
      const read = LayoutInput.safeParse(readEntries(layout, []))
      if (!read.success) return "content"
    }
    return null
  }

  #makeTrial(): SharedFlow {
    const trial = this.flow ? copySharedFlow(this.flow) : openSharedFlow()
    trial.doc.on("afterTransaction", ({ changed }: Y.Transaction) => {
      for (const part of ["source", "steps", "layout"] as const)
        if (changed.has(asPart(trial.doc.share.get(part)))) this.#touched.add(part)
    })
    return trial
  }
}

/** A part of a document under the type that Yjs lists changes by. */
const asPart = (part: unknown) => part as Y.AbstractType<Y.YEvent<Y.AbstractType<unknown>>>

const stateOf = (doc: Y.Doc): ReadonlyMap<number, number> =>
  new Map([...doc.store.clients.keys()].map((client) => [client, Y.getState(doc.store, client)]))

function areAnchors(steps: SharedFlow["steps"]): boolean {
  for (const [id, anchor] of steps.entries())
    if (id.length > 100 || !Array.isArray(anchor) || anchor.length !== 3) return false
  return true
}
