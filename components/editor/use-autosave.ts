"use client"

import { useQueryClient } from "@tanstack/react-query"
import { TRPCClientError } from "@trpc/client"
import { useCallback, useEffect, useRef } from "react"
import { useTRPC, useTRPCClient } from "../api/trpc.ts"
import { useErrorWords } from "../api/use-error-words.ts"
import type { OpenDraft } from "./bot-shapes.ts"
import type { BuilderStore } from "./builder-store.ts"
import { useFlowsStore } from "./flows/flows-context.ts"
import { forgetDraft, isSameDraft, keepDraft, storedLayout } from "./kept-draft.ts"

const quietMs = 700
const retryMs = 4000

/**
 * Saves the draft a moment after the last change, and again when the network is back. What the server
 * does not have is kept in this browser meanwhile.
 *
 * Shape: the returned function saves at once and tells the revision the server then has; null when it could not.
 */
export function useAutosave(
  store: BuilderStore,
  place: SavePlace,
  isOn: boolean,
): () => Promise<number | null> {
  const send = useSend(store, place)
  const { kept } = place
  const running = useRef<Promise<number | null> | null>(null)
  const saveNow = useCallback(async () => {
    while (running.current) await running.current
    const { save, revision, sharing, unsent } = store.getState()
    if (unsent !== null) return null
    if (save.kind === "saved") return revision
    if (sharing !== null) return sharing.flush()
    if (save.kind === "conflict") return null
    running.current = send().finally(() => {
      running.current = null
    })
    return running.current
  }, [send, store])
  useEffect(
    () => (isOn ? watchChanges(store, kept, saveNow) : undefined),
    [store, kept, isOn, saveNow],
  )
  return saveNow
}

/** Which flow is saved, and where this browser keeps what was not sent yet. */
export interface SavePlace {
  readonly botId: string
  readonly scriptId: string
  readonly kept: string
}

/** Sends the draft as it is now. */
function useSend(
  store: BuilderStore,
  { botId, scriptId, kept }: SavePlace,
): () => Promise<number | null> {
  const flows = useFlowsStore()
  const client = useTRPCClient()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const say = useErrorWords()
  return useCallback(async () => {
    const { document, revision, setSave } = store.getState()
    const { source } = document
    const layout = storedLayout(document.layout)
    setSave({ kind: "saving" })
    try {
      const answer = await client.bots.saveDraft.mutate({
        botId,
        scriptId,
        source,
        layout,
        baseRevision: revision,
      })
      if (answer.ok) flows.getState().noteRevision(answer.draftRevision)
      // Meanwhile the flow is shared: what was sent here was brought together there.
      if (store.getState().sharing !== null) return null
      // Another tab, or an answer that got lost, already brought exactly this.
      const isThere = !answer.ok && isSameDraft(answer.current, { source, layout })
      if (!answer.ok && !isThere) {
        await bringTogether(store, answer.current)
        return null
      }
      const stored = answer.ok ? answer.revision : answer.current.revision
      const isLatest = store.getState().document === document
      store.setState({ base: { source, layout } })
      setSave(isLatest ? { kind: "saved", at: Date.now() } : { kind: "waiting" }, stored)
      if (isLatest) forgetDraft(kept)
      void queries.invalidateQueries({ queryKey: trpc.bots.list.queryKey() })
      return stored
    } catch (error) {
      if (store.getState().sharing !== null) return null
      setSave(
        isRefusal(error) ? { kind: "refused", reason: say(error).title } : { kind: "offline" },
      )
      return null
    }
  }, [client, store, flows, botId, scriptId, kept, queries, trpc, say])
}

/** Somebody saved in between: both drafts become one, which is sent next. Where that cannot be done the person chooses. */
async function bringTogether(store: BuilderStore, current: OpenDraft): Promise<void> {
  const merging = await import("./together/merge-apart.ts").catch(() => null)
  if (store.getState().sharing !== null) return
  if (merging === null) store.getState().setSave({ kind: "conflict", current })
  else merging.mergeApart(store, current)
}

/** The server answered and will answer the same again; only what it might yet take is sent once more. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof TRPCClientError)) return false
  const data: unknown = error.data
  const status =
    typeof data === "object" && data !== null && "httpStatus" in data ? data.httpStatus : null
  return (
    typeof status === "number" && status >= 400 && status < 500 && status !== 408 && status !== 429
  )
}

/** Keeps each change in this browser and has it sent when typing pauses; returns how to stop. */
function watchChanges(
  store: BuilderStore,
  kept: string,
  saveNow: () => Promise<unknown>,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const schedule = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void saveNow(), ms)
  }
  const keeper = keepChanges(store, kept)
  const stop = store.subscribe(({ document, save }, before) => {
    if (document !== before.document) keeper.note()
    if (save === before.save) return
    if (save.kind === "waiting") schedule(quietMs)
    if (save.kind === "offline") schedule(retryMs)
  })
  const online = () => store.getState().save.kind === "offline" && schedule(0)
  // Whoever leaves the page should find everything saved elsewhere.
  const leave = () =>
    globalThis.document.hidden && store.getState().save.kind === "waiting" && schedule(0)
  addEventListener("online", online)
  globalThis.document.addEventListener("visibilitychange", leave)
  if (store.getState().save.kind === "waiting") schedule(quietMs)
  return () => {
    stop()
    keeper.stop()
    clearTimeout(timer)
    removeEventListener("online", online)
    globalThis.document.removeEventListener("visibilitychange", leave)
  }
}

/** Keeping a long text takes longer than a key may: once in a breath, when the browser has nothing else to do. */
const keepAfterMs = 300
const keepWithinMs = 1000

/** Keeps what the server does not have in this browser. Whoever leaves the page finds all of it. */
function keepChanges(store: BuilderStore, kept: string) {
  let isWaiting = false
  const keep = () => {
    if (!isWaiting) return
    isWaiting = false
    const { document, revision, base, sharing, unsent, save } = store.getState()
    if (unsent !== null || save.kind === "saved") return
    const { source, layout } = document
    const shared = sharing?.unsent()
    keepDraft(kept, { source, layout: storedLayout(layout), revision, base, shared })
  }
  const keepWhenIdle = () =>
    "requestIdleCallback" in globalThis
      ? requestIdleCallback(keep, { timeout: keepWithinMs })
      : keep()
  addEventListener("pagehide", keep)
  return {
    note() {
      if (isWaiting) return
      isWaiting = true
      setTimeout(keepWhenIdle, keepAfterMs)
    },
    stop() {
      keep()
      removeEventListener("pagehide", keep)
    },
  }
}
