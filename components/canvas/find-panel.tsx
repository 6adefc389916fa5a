"use client"

import { TextInput } from "@mantine/core"
import { Panel, useReactFlow } from "@xyflow/react"
import { useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import type { BuilderStore } from "../editor/builder-store.ts"
import { useCalmDocument } from "../editor/use-calm-document.ts"
import { Icon } from "../ui/icon.tsx"
import { IconButton } from "../ui/icon-button.tsx"
import styles from "./find-panel.module.css"
import { type Found, findSteps } from "./find-steps.ts"
import { useWords } from "./use-words.ts"

/** Finds names, texts and variables in all flows; choosing one goes there. */
export function FindPanel({ store, onClose }: { store: BuilderStore; onClose: () => void }) {
  const { t } = useTranslation("canvas")
  const words = useWords()
  const goTo = useGoTo(store)
  const document = useCalmDocument(store)
  const [wanted, setWanted] = useState("")
  const [at, setAt] = useState(0)
  const found = useMemo(() => findSteps(document, wanted, words), [document, wanted, words])
  const press = (event: React.KeyboardEvent) => {
    event.stopPropagation()
    if (event.key === "Escape") return onClose()
    const by =
      event.key === "ArrowDown" || event.key === "Enter" ? 1 : event.key === "ArrowUp" ? -1 : 0
    if (by === 0 || found.length === 0) return
    event.preventDefault()
    const next =
      event.key === "Enter" && !event.shiftKey ? at : (at + by + found.length) % found.length
    const place = found[next]
    if (place) goTo(place)
    setAt(event.key === "Enter" ? (next + 1) % found.length : next)
  }
  return (
    <Panel position="top-right" className={styles.panel ?? ""} role="search">
      <div className={styles.head}>
        <TextInput
          data-autofocus
          autoFocus
          size="sm"
          aria-label={t("find.label")}
          placeholder={t("find.placeholder")}
          leftSection={<Icon name="search" size={15} />}
          value={wanted}
          onChange={(event) => {
            setWanted(event.currentTarget.value)
            setAt(0)
          }}
          onKeyDown={press}
        />
        <IconButton label={t("find.close")} onClick={onClose}>
          <Icon name="x" size={16} />
        </IconButton>
      </div>
      <p className={styles.count} role="status">
        {wanted.trim() !== "" && t("find.count", { count: found.length })}
      </p>
      <ul className={styles.list}>
        {found.map((place, index) => (
          <li key={`${place.cardId} ${place.stepId ?? ""}`}>
            <button
              type="button"
              className={styles.item}
              data-current={index === at || undefined}
              onClick={() => goTo(place)}
            >
              {place.text}
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function useGoTo(store: BuilderStore) {
  const { setCenter, getNode, getZoom } = useReactFlow()
  return ({ flowId, cardId, stepId }: Found) => {
    const state = store.getState()
    if (state.flowId !== flowId) state.showFlow(flowId)
    if (stepId) state.selectSteps([stepId])
    else state.selectCards([cardId])
    const node = getNode(cardId)
    if (!node) return
    const { width = 300, height = 120 } = node.measured ?? {}
    const zoom = Math.max(getZoom(), 0.7)
    void setCenter(node.position.x + width / 2, node.position.y + height / 2, {
      zoom,
      duration: 180,
    })
  }
}
