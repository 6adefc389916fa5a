"use client"

import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { ChatMessage, Choice, Waiting } from "#catalog/messages.ts"
import { acceptFor } from "#sdk/index.ts"
import { useDropZone } from "../ui/use-drop-zone.ts"
import styles from "./chat-view.module.css"
import { ChoiceButtons } from "./choice-buttons.tsx"
import { Composer } from "./composer.tsx"
import { MessageList } from "./message-list.tsx"

/** What a person says: words of their own, or one of the choices offered. */
export type Reply = { readonly text: string } | { readonly choice: Choice }

export interface ChatViewProps {
  messages: readonly ChatMessage[]
  /** Null when the conversation has ended. */
  waiting: Waiting | null
  /** The bot is at work; shows the dots. */
  isBusy: boolean
  onReply: (reply: Reply) => void
  /** Takes a file while the bot asks for one. */
  onFile?: (file: File) => void
  upload?: { readonly name: string; readonly part: number } | null
  /** Offered when the conversation has ended. */
  onRestart?: () => void
  /** Something went wrong: what, and the way to try again. */
  notice?: ReactNode
  /** Shown before the first message. */
  placeholder?: ReactNode
  /** Small buttons beside a message: "Why?". */
  renderMessageActions?: (message: ChatMessage) => ReactNode
  /** Names the conversation for screen readers. */
  label: string
}

/** A conversation: messages, choices, and a field for the answer. The same in the test chat and on hosted pages. */
export function ChatView(props: ChatViewProps) {
  const { t } = useTranslation("chat")
  const { messages, waiting, isBusy } = props
  const hasEnded = waiting === null && !isBusy && messages.length > 0
  const isFileAsked = !isBusy && acceptFor(waiting?.kind) !== null
  const { isOver, handlers } = useDropZone(isFileAsked && props.onFile !== undefined, ([file]) => {
    if (file) props.onFile?.(file)
  })
  const choices = isBusy ? [] : findChoices(messages, waiting)
  return (
    <section
      className={styles.chat}
      data-chat
      data-drop={isOver || undefined}
      aria-label={props.label}
      {...handlers}
    >
      {isOver && <p className={styles.drop}>{t("attach.drop")}</p>}
      <MessageList
        messages={messages}
        isBusy={isBusy}
        placeholder={props.placeholder}
        renderMessageActions={props.renderMessageActions}
        footer={
          <>
            {choices.length > 0 && (
              <ChoiceButtons choices={choices} onChoose={(choice) => props.onReply({ choice })} />
            )}
            {props.notice}
            {hasEnded && (
              <p className={styles.end}>
                {t("ended")}
                {props.onRestart && (
                  <button type="button" className={styles.restart} onClick={props.onRestart}>
                    {t("restart")}
                  </button>
                )}
              </p>
            )}
          </>
        }
      />
      <Composer
        waiting={waiting}
        hasChoices={choices.length > 0}
        isDisabled={hasEnded}
        onSend={(text) => props.onReply({ text })}
        onFile={props.onFile}
        upload={props.upload}
      />
    </section>
  )
}

/** Choices of the wait, else those of the last message if the bot said it. */
function findChoices(messages: readonly ChatMessage[], waiting: Waiting | null): readonly Choice[] {
  if (!waiting) return []
  if (waiting.choices && waiting.choices.length > 0) return waiting.choices
  const last = messages.at(-1)
  return last && last.from !== "contact" ? (last.choices ?? []) : []
}
