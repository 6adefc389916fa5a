"use client"

import { useEffect } from "react"
import { useTranslation } from "react-i18next"
import type { CanvasFlow } from "#basic"
import type { BuilderStore } from "../editor/builder-store.ts"
import { writeClipboard } from "./clipboard-text.ts"
import { isForCanvas } from "./is-for-canvas.ts"

/** Finds room for what is pasted. Units: canvas pixels. */
type FindRoom = () => { readonly x: number; readonly y: number }

/** Copy, cut and paste by the browser's own keys and menus: steps and cards travel as BASIC text. */
export function useClipboard(store: BuilderStore, isReadOnly: boolean, findRoom: FindRoom) {
  const { t } = useTranslation("canvas")
  useEffect(() => {
    const title = t("pastedTitle")
    const copy = (event: ClipboardEvent) => void put(store, event)
    const cut = (event: ClipboardEvent) => {
      if (!isReadOnly && put(store, event)) removeSelected(store)
    }
    const paste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData("text/plain") ?? ""
      if (isReadOnly || text.trim() === "" || !isForCanvas(event.target)) return
      event.preventDefault()
      insert(store, text.replace(/\r\n?/g, "\n"), title, findRoom)
    }
    document.addEventListener("copy", copy)
    document.addEventListener("cut", cut)
    document.addEventListener("paste", paste)
    return () => {
      document.removeEventListener("copy", copy)
      document.removeEventListener("cut", cut)
      document.removeEventListener("paste", paste)
    }
  }, [store, isReadOnly, findRoom, t])
}

function put(store: BuilderStore, event: ClipboardEvent): boolean {
  // Words that are marked on the page are meant, not steps.
  if (!isForCanvas(event.target) || (getSelection()?.toString() ?? "") !== "") return false
  const { document, flowId, selection, cardIds } = store.getState()
  const flow: CanvasFlow | undefined = document.flows.find(({ id }) => id === flowId)
  const text = flow ? writeClipboard(flow, selection, cardIds) : null
  if (text === null) return false
  event.clipboardData?.setData("text/plain", text)
  event.preventDefault()
  return true
}

/** Steps go after the selected one; cards, and steps where none is selected, become cards of their own. */
function insert(store: BuilderStore, statement: string, title: string, findRoom: FindRoom) {
  const { document, flowId, selection, perform } = store.getState()
  const last = selection.at(-1)
  const groups = document.flows.find(({ id }) => id === flowId)?.groups ?? []
  const group = groups.find(({ steps }) => steps.some(({ id }) => id === last))
  if (group && !/^\s*[\p{L}_][\p{L}\p{N}_]*:\s*$/mu.test(statement)) {
    const index = group.steps.findIndex(({ id }) => id === last) + 1
    return perform({ kind: "addStep", groupId: group.id, index, statement })
  }
  return perform({ kind: "addGroup", flowId, at: findRoom(), title, statement, from: null })
}

/** Removes what is selected: steps, or cards and notes. */
export function removeSelected(store: BuilderStore): boolean {
  const { document, selection, cardIds, perform } = store.getState()
  if (selection.length > 0) return perform({ kind: "removeSteps", stepIds: selection })
  const noteIds = (document.layout.notes ?? []).map(({ id }) => id)
  const notes = cardIds.filter((id) => noteIds.includes(id))
  const groupIds = cardIds.filter((id) => !noteIds.includes(id))
  if (notes.length > 0 && !perform({ kind: "removeNotes", noteIds: notes })) return false
  return groupIds.length === 0 || perform({ kind: "removeGroups", groupIds })
}
