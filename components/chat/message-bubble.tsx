"use client"

import { VisuallyHidden } from "@mantine/core"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { type ChatMessage, playerControls } from "#catalog/messages.ts"
import { FileView } from "./file-view.tsx"
import styles from "./message-bubble.module.css"
import { PlayerControlled } from "./player-controlled.tsx"
import { RichTextView } from "./rich-text-view.tsx"
import { SourceList } from "./source-list.tsx"

interface MessageBubbleProps {
  message: ChatMessage
  /** The first of several messages by the same speaker. */
  isFirstOfRun: boolean
  actions?: ReactNode
}

export function MessageBubble({ message, isFirstOfRun, actions }: MessageBubbleProps) {
  const { t } = useTranslation("chat")
  if (message.kind === "event") return <p className={styles.event}>{message.text}</p>
  if (message.text === "" && !message.file) return null
  const control = message.file && playerControls.find((each) => message.file?.options?.[0] === each)
  if (message.file && control) return <PlayerControlled url={message.file.url} control={control} />
  return (
    <div className={styles.row} data-from={message.from} data-first={isFirstOfRun || undefined}>
      <div className={styles.bubble} dir="auto">
        {/* Apart, so that the words of the message alone decide which way it is written. */}
        <VisuallyHidden component="bdi">{t(`from.${message.from}`)}</VisuallyHidden>
        {message.file && (
          <FileView kind={message.kind} file={message.file} caption={message.text} />
        )}
        <Words message={message} />
        {message.sources && message.sources.length > 0 && <SourceList sources={message.sources} />}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}

/** What a person wrote is shown as it is; what a bot says may be formatted. */
function Words({ message: { from, text } }: { message: ChatMessage }) {
  if (text === "") return null
  return from === "contact" ? <p className={styles.plain}>{text}</p> : <RichTextView text={text} />
}
