"use client"

import { type RefObject, useEffect } from "react"
import type { BuilderStore } from "../builder-store.ts"
import { useAutosave } from "../use-autosave.ts"
import { useFlows, useFlowsStore } from "./flows-context.ts"
import { keptUnder } from "./flows-store.ts"

/** Saves what one flow has, at once; the revision the server then has, or null when it could not. */
export type SaveNow = () => Promise<number | null>

/** Keeps saving every flow that was opened, whichever is shown. */
export function FlowSavers({
  botId,
  canEdit,
  savers,
}: {
  botId: string
  canEdit: boolean
  savers: RefObject<Map<string, SaveNow>>
}) {
  const opened = useFlows((state) => state.opened)
  return [...opened].map(([id, store]) => (
    <FlowSaver key={id} id={id} store={store} botId={botId} canEdit={canEdit} savers={savers} />
  ))
}

function FlowSaver({
  id,
  store,
  botId,
  canEdit,
  savers,
}: {
  id: string
  store: BuilderStore
  botId: string
  canEdit: boolean
  savers: RefObject<Map<string, SaveNow>>
}) {
  const flows = useFlowsStore()
  const kept = keptUnder(botId, { id }, flows.getState().flows[0])
  const saveNow = useAutosave(store, { botId, scriptId: id, kept }, canEdit)
  useEffect(() => {
    const all = savers.current
    all.set(id, saveNow)
    return () => {
      if (all.get(id) === saveNow) all.delete(id)
    }
  }, [id, saveNow, savers])
  return null
}
