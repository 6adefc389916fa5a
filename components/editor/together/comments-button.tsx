"use client"

import { useEffect } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { Icon } from "../../ui/icon.tsx"
import { IconButton } from "../../ui/icon-button.tsx"
import { commentsStore, openComments } from "./comments-store.ts"
import styles from "./together.module.css"
import { useComments } from "./use-marks.ts"

/** Opens the comments, and says how many are new. A link of a mail opens them at the one it is about. */
export function CommentsButton({ botId }: { botId: string }) {
  const { t } = useTranslation("together")
  const isOpen = useStore(commentsStore, (state) => state.isOpen)
  const { data } = useComments(botId)
  const unread = (data ?? []).filter((thread) => thread.isUnread && !thread.isResolved).length
  useEffect(() => {
    const asked = new URLSearchParams(location.search).get("comment")
    if (asked !== null) openComments(asked)
    return () => commentsStore.setState({ isOpen: false, threadId: null })
  }, [])
  return (
    <span className={styles.commentsButton}>
      <IconButton
        label={unread > 0 ? t("comments.unread", { count: unread }) : t("comments.title")}
        aria-pressed={isOpen}
        onClick={() => commentsStore.setState({ isOpen: !isOpen, threadId: null })}
      >
        <Icon name="message-2" size={18} />
      </IconButton>
      {unread > 0 && (
        <span className={styles.unread} aria-hidden="true">
          {unread > 9 ? "9+" : unread}
        </span>
      )}
    </span>
  )
}
