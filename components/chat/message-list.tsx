"use client"

import { type ReactNode, useEffect, useRef } from "react"
import { useTranslation } from "react-i18next"
import type { ChatMessage } from "#catalog/messages.ts"
import { ScrollRegion } from "../ui/scroll-region.tsx"
import { MessageBubble } from "./message-bubble.tsx"
import styles from "./message-list.module.css"

interface MessageListProps {
  messages: readonly ChatMessage[]
  isBusy: boolean
  placeholder?: ReactNode
  renderMessageActions?: (message: ChatMessage) => ReactNode
  footer?: ReactNode
}

/** Distance from the end within which new messages are followed. Units: px. */
const followWithin = 120

/** Messages in order; new ones are read out, and scrolled to unless the person has scrolled back. */
export function MessageList(props: MessageListProps) {
  const { t } = useTranslation("chat")
  const scroller = useRef<HTMLElement>(null)
  const isFollowing = useRef(true)
  const { messages, isBusy, footer } = props
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown is what moves the end.
  useEffect(() => {
    const element = scroller.current
    if (element && isFollowing.current) element.scrollTop = element.scrollHeight
  }, [messages, isBusy, footer])
  const watchScroll = () => {
    const element = scroller.current
    if (element)
      isFollowing.current =
        element.scrollHeight - element.scrollTop - element.clientHeight < followWithin
  }
  return (
    <ScrollRegion
      className={styles.scroller}
      ref={scroller}
      onScroll={watchScroll}
      label={t("history")}
    >
      {messages.length === 0 && !isBusy && props.placeholder}
      <div role="log" aria-live="polite" aria-relevant="additions" className={styles.list}>
        {messages.map((message, index) => (
          <MessageBubble
            key={message.id}
            message={message}
            isFirstOfRun={messages[index - 1]?.from !== message.from}
            actions={props.renderMessageActions?.(message)}
          />
        ))}
      </div>
      {isBusy && (
        <div className={styles.typing} role="status" aria-label={t("typing")}>
          <span />
          <span />
          <span />
        </div>
      )}
      {footer}
    </ScrollRegion>
  )
}
