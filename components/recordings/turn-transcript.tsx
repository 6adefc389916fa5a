"use client"

import { useTranslation } from "react-i18next"
import type { Recording } from "./recording-shapes.ts"
import styles from "./recordings.module.css"

interface TurnTranscriptProps {
  readonly recording: Recording
  readonly turn: number
  readonly onTurn: (turn: number) => void
}

/** What was said, in order; a message leads to its turn. */
export function TurnTranscript({ recording, turn, onTurn }: TurnTranscriptProps) {
  const { t } = useTranslation(["chat", "bots"])
  const person = recording.contactName ?? t("bots:talks.visitor")
  const current = recording.turns[turn]?.eventId
  return (
    <ol className={styles.said}>
      {recording.messages.map((message) => {
        const place = recording.turns.findIndex(({ eventId }) => eventId === message.eventId)
        const labels = (message.choices ?? []).map(({ label }) => label)
        const text = message.file?.name ?? message.text
        return (
          <li
            key={message.id}
            data-from={message.from}
            data-current={message.eventId === current || undefined}
          >
            <button
              type="button"
              aria-current={message.eventId === current ? "step" : undefined}
              onClick={() => place >= 0 && onTurn(place)}
            >
              <small>{message.from === "contact" ? person : t(`from.${message.from}`)}</small>
              <span dir="auto">{text}</span>
              {labels.length > 0 && <small>{labels.join(" · ")}</small>}
            </button>
          </li>
        )
      })}
    </ol>
  )
}
