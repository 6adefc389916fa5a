"use client"

import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { openCommentsOf } from "../editor/together/comments-store.ts"
import styles from "../editor/together/together.module.css"
import { Icon } from "../ui/icon.tsx"
import { useCanvasActions } from "./canvas-actions.tsx"

/** On a step or a card: who else has it selected, and how much is said about it. */
export function OthersHere({ id }: { id: string }) {
  const { t } = useTranslation("together")
  const { store } = useCanvasActions()
  const mark = useStore(store, (state) => state.marks.get(id))
  if (!mark) return null
  return (
    <>
      {mark.person && (
        <span className={styles.outline} data-person={mark.person.color}>
          <span className={styles.outlineName}>{mark.person.name}</span>
        </span>
      )}
      {mark.comments > 0 && (
        <button
          type="button"
          className={`${styles.count} nodrag`}
          aria-label={t("comments.count", { count: mark.comments })}
          onClick={() => openCommentsOf(store, id)}
        >
          <Icon name="message-2" size={12} />
          {mark.comments}
        </button>
      )}
    </>
  )
}
