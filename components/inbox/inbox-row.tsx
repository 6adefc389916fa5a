"use client"

import { useTranslation } from "react-i18next"
import { InitialsAvatar } from "../ui/initials-avatar.tsx"
import { TimeAgo } from "../ui/time-ago.tsx"
import styles from "./inbox.module.css"

export interface InboxEntry {
  readonly conversationId: string
  readonly botName: string
  readonly contactName: string | null
  readonly state: "waiting" | "active" | "bot"
  readonly priority: string
  readonly wanted: string
  readonly assignedTo: { readonly name: string } | null
  readonly lastText: string
  readonly lastAt: string
}

interface InboxRowProps {
  item: InboxEntry
  isOpen: boolean
  onOpen: () => void
}

/** One conversation of the list. */
export function InboxRow({ item, isOpen, onOpen }: InboxRowProps) {
  const { t } = useTranslation("people")
  const name = item.contactName ?? t("inbox.visitor")
  return (
    <button
      type="button"
      className={styles.row}
      aria-current={isOpen ? "true" : undefined}
      data-state={item.state}
      onClick={onOpen}
    >
      <InitialsAvatar name={name} size={34} />
      <span className={styles.words}>
        <span className={styles.head}>
          <strong dir="auto">{name}</strong>
          <TimeAgo at={item.lastAt} />
        </span>
        <span className={styles.last} dir="auto">
          {item.lastText}
        </span>
        <span className={styles.facts}>
          <span>{t(`inbox.state.${item.state}`)}</span>
          <Urgency priority={item.priority} />
          <span>{item.botName}</span>
        </span>
      </span>
    </button>
  )
}

/** Only what is more than usual is said. */
export function Urgency({ priority }: { priority: string }) {
  const { t } = useTranslation("people")
  if (priority !== "high" && priority !== "urgent") return null
  return (
    <span className={styles.urgency} data-priority={priority}>
      {t(`priority.${priority}`)}
    </span>
  )
}
