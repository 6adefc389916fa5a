import { openDocument } from "#basic"
import { mergeDrafts } from "#catalog/shared-flow/merge-drafts.ts"
import type { OpenDraft } from "../bot-shapes.ts"
import type { BuilderStore } from "../builder-store.ts"
import { storedLayout } from "../kept-draft.ts"

/** Brings what is open together with what the server has by now, where there is no line to the others. */
export function mergeApart(store: BuilderStore, current: OpenDraft): void {
  const { document, base } = store.getState()
  const mine = { source: document.source, layout: storedLayout(document.layout) }
  const merged = mergeDrafts(base, mine, current)
  const { source, layout, revision } = current
  store.getState().showShared(openDocument(merged.source, merged.layout), [])
  store.setState({ base: { source, layout }, revision })
  store.getState().setSave({ kind: "waiting" })
}

/** Takes in what was edited in this browser and never arrived, where nobody else will. */
export function takeInUnsent(store: BuilderStore): void {
  const { unsent, document, base } = store.getState()
  if (unsent?.base === undefined) return
  const now = { source: document.source, layout: storedLayout(document.layout) }
  const merged = mergeDrafts(unsent.base, unsent, now)
  store.setState({ unsent: null, base })
  store.getState().showShared(openDocument(merged.source, merged.layout), [])
  store.getState().setSave({ kind: "waiting" })
}
