"use client"

import { useEffect, useMemo } from "react"
import { useCurrentOrganization } from "../../shell/current-organization.tsx"
import type { BuilderStore } from "../builder-store.ts"
import { useFlows, useFlowsStore } from "../flows/flows-context.ts"
import { keptUnder } from "../flows/flows-store.ts"
import type { FlowLink } from "./flow-link.ts"
import { createPeopleStore, type PeopleStore } from "./people-store.ts"
import { useMarks } from "./use-marks.ts"

/** Of every flow that was opened. */
const stores = new WeakMap<BuilderStore, PeopleStore>()

/** The people of one flow. */
export function usePeopleStore(store: BuilderStore): PeopleStore {
  return useMemo(() => peopleOf(store), [store])
}

function peopleOf(store: BuilderStore): PeopleStore {
  const known = stores.get(store)
  if (known) return known
  const made = createPeopleStore()
  stores.set(store, made)
  return made
}

/** Keeps a line to everybody else for every flow that was opened, whichever is shown. */
export function TogetherLinks({ botId }: { botId: string }) {
  const opened = useFlows((state) => state.opened)
  return [...opened].map(([id, store]) => (
    <TogetherLink key={id} id={id} store={store} botId={botId} />
  ))
}

/** What waits for a line is taken in without one after so long. Units: ms. */
const patienceMs = 8_000

function TogetherLink({ id, store, botId }: { id: string; store: BuilderStore; botId: string }) {
  const flows = useFlowsStore()
  const isShown = useFlows((state) => state.currentId === id)
  const { organization } = useCurrentOrganization()
  const people = usePeopleStore(store)
  useMarks(store, people, { botId, scriptId: id })
  const org = organization.id
  useEffect(() => {
    let link: FlowLink | null = null
    let isOver = false
    const kept = keptUnder(botId, { id }, flows.getState().flows[0])
    // The machinery of merging is fetched once the builder is there; until then drafts are saved as they are.
    void import("./flow-link.ts").then(
      ({ FlowLink }) => {
        if (isOver) return
        const place = { org, botId, scriptId: id, kept }
        const { noteRevision } = flows.getState()
        link = new FlowLink({ store, people, place, noteRevision })
      },
      () => undefined,
    )
    const patience = setTimeout(() => {
      if (store.getState().unsent !== null)
        void import("./merge-apart.ts").then(({ takeInUnsent }) => takeInUnsent(store))
    }, patienceMs)
    return () => {
      isOver = true
      clearTimeout(patience)
      link?.stop()
    }
  }, [id, store, botId, org, flows, people])
  useEffect(() => {
    if (!isShown) return people.show(null)
    const tell = () => {
      const { selection, cardIds, flowId } = store.getState()
      people.show({ flowId, selection: [...selection, ...cardIds].slice(0, 50) })
    }
    tell()
    return store.subscribe((state, before) => {
      const isSame =
        state.selection === before.selection &&
        state.cardIds === before.cardIds &&
        state.flowId === before.flowId
      if (!isSame) tell()
    })
  }, [isShown, store, people])
  return null
}
