"use client"

import { useReactFlow, useStoreApi, ViewportPortal } from "@xyflow/react"
import { useEffect } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { Icon } from "../../ui/icon.tsx"
import type { BuilderStore } from "../builder-store.ts"
import { openComments } from "./comments-store.ts"
import { colorOf, type PeopleStore } from "./people-store.ts"
import styles from "./together.module.css"
import { usePeopleStore } from "./together-links.tsx"
import { useComments } from "./use-marks.ts"

interface CanvasPeopleProps {
  readonly store: BuilderStore
  readonly botId: string
  readonly scriptId: string
}

/** The pointers of everybody else on the canvas, the places somebody wrote about, and whoever is followed. */
export function CanvasPeople({ store, botId, scriptId }: CanvasPeopleProps) {
  const people = usePeopleStore(store)
  const flowId = useStore(store, (state) => state.flowId)
  useTellPlace(people)
  useFollow(store, people)
  return (
    <>
      <ViewportPortal>
        <Pointers people={people} flowId={flowId} />
        <Pins botId={botId} scriptId={scriptId} flowId={flowId} />
      </ViewportPortal>
      <Following people={people} />
    </>
  )
}

function Pointers({ people, flowId }: { people: PeopleStore; flowId: string }) {
  const here = useStore(people, (state) => state.people)
  return here.map(({ key, name, userId, presence }) => {
    if (!presence?.pointer || presence.flowId !== flowId) return null
    const { x, y } = presence.pointer
    return (
      <div
        key={key}
        className={styles.pointer}
        data-person={colorOf(userId)}
        style={{ transform: `translate(${x}px, ${y}px)` }}
        aria-hidden="true"
      >
        <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
          <path d="M1 1l5.5 15 2.6-6.4L15.5 7z" fill="currentColor" stroke="#fff" />
        </svg>
        <span className={styles.pointerName}>{name}</span>
      </div>
    )
  })
}

function Pins({ botId, scriptId, flowId }: { botId: string; scriptId: string; flowId: string }) {
  const { t } = useTranslation("together")
  const { data } = useComments(botId)
  const placed = (data ?? []).filter(
    (thread) =>
      thread.anchor === null &&
      !thread.isResolved &&
      thread.scriptId === scriptId &&
      thread.flow === flowId,
  )
  return placed.map(({ id, x, y, comments }) => (
    <button
      key={id}
      type="button"
      className={`${styles.pin} nodrag nopan`}
      style={{ transform: `translate(${x}px, ${y - 30}px)` }}
      aria-label={t("comments.count", { count: comments.length })}
      onClick={() => openComments(id)}
    >
      <Icon name="message-2" size={15} />
    </button>
  ))
}

/** Tells the others where the pointer is, and what is seen. */
function useTellPlace(people: PeopleStore) {
  const { screenToFlowPosition } = useReactFlow()
  const api = useStoreApi()
  useEffect(() => {
    const pane = api.getState().domNode
    const move = ({ clientX, clientY, pointerType }: PointerEvent) => {
      if (pointerType === "touch") return
      const { x, y } = screenToFlowPosition({ x: clientX, y: clientY })
      people.show({ pointer: { x: Math.round(x), y: Math.round(y) } })
    }
    const leave = () => people.show({ pointer: null })
    const tellView = () => {
      const { transform, width, height } = api.getState()
      const [left, top, zoom] = transform
      const x = Math.round((width / 2 - left) / zoom)
      const y = Math.round((height / 2 - top) / zoom)
      people.show({ view: { x, y, zoom } })
    }
    tellView()
    const stop = api.subscribe((state, before) => {
      if (state.transform !== before.transform || state.width !== before.width) tellView()
    })
    pane?.addEventListener("pointermove", move)
    pane?.addEventListener("pointerleave", leave)
    return () => {
      stop()
      pane?.removeEventListener("pointermove", move)
      pane?.removeEventListener("pointerleave", leave)
      people.show({ pointer: null, view: null })
    }
  }, [api, people, screenToFlowPosition])
}

/** Looks where the followed person looks, until one looks for oneself. */
function useFollow(store: BuilderStore, people: PeopleStore) {
  const { setCenter } = useReactFlow()
  const api = useStoreApi()
  const followed = useStore(people, (state) => state.followed)
  const presence = useStore(
    people,
    (state) => state.people.find(({ key }) => key === followed)?.presence ?? null,
  )
  const view = presence?.view ?? null
  const flowId = presence?.flowId ?? null
  useEffect(() => {
    if (flowId !== null && followed !== null && store.getState().flowId !== flowId)
      store.getState().showFlow(flowId)
  }, [followed, flowId, store])
  useEffect(() => {
    if (followed === null || view === null) return
    const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches
    void setCenter(view.x, view.y, { zoom: view.zoom, duration: isCalm ? 0 : 150 })
  }, [followed, view, setCenter])
  useEffect(() => {
    if (followed === null) return
    const pane = api.getState().domNode
    const stop = () => people.setState({ followed: null })
    const leave = ({ key }: KeyboardEvent) => key === "Escape" && stop()
    pane?.addEventListener("wheel", stop, { passive: true })
    pane?.addEventListener("pointerdown", stop)
    addEventListener("keydown", leave)
    return () => {
      pane?.removeEventListener("wheel", stop)
      pane?.removeEventListener("pointerdown", stop)
      removeEventListener("keydown", leave)
    }
  }, [followed, people, api])
}

function Following({ people }: { people: PeopleStore }) {
  const { t } = useTranslation("together")
  const person = useStore(people, (state) => state.people.find(({ key }) => key === state.followed))
  if (!person) return null
  return (
    <div className={styles.following} data-person={colorOf(person.userId)} role="status">
      {t("people.following", { name: person.name })}
      <button type="button" onClick={() => people.setState({ followed: null })}>
        {t("people.unfollow")}
      </button>
    </div>
  )
}
