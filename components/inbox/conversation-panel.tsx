"use client"

import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useCallback, useEffect, useRef } from "react"
import { useTranslation } from "react-i18next"
import { QueryError } from "../api/query-error.tsx"
import { useTRPC } from "../api/trpc.ts"
import { MessageBubble } from "../chat/message-bubble.tsx"
import { PassageReader } from "../chat/passage-reader.ts"
import { ScrollRegion } from "../ui/scroll-region.tsx"
import { RowSkeletons } from "../ui/skeletons.tsx"
import { ConversationHead } from "./conversation-head.tsx"
import styles from "./inbox.module.css"
import { NotesPanel } from "./notes-panel.tsx"
import { ReplyBox } from "./reply-box.tsx"
import { TagList } from "./tag-list.tsx"

/** How often an open conversation is asked for again where nobody tells of changes, and where somebody does. Units: ms. */
const refreshMs = 2_000
const liveRefreshMs = 30_000

interface ConversationPanelProps {
  conversationId: string
  isLive: boolean
  onClose: () => void
}

/** One conversation: what was said, who answers, and what staff wrote beside it. */
export function ConversationPanel({ conversationId, isLive, onClose }: ConversationPanelProps) {
  const { t } = useTranslation(["people", "common"])
  const trpc = useTRPC()
  const { data, error, refetch } = useQuery({
    ...trpc.inbox.get.queryOptions({ conversationId }),
    // What a bot says by itself is told to nobody.
    refetchInterval: ({ state }) =>
      isLive && state.data?.state !== "bot" ? liveRefreshMs : refreshMs,
  })
  const queryClient = useQueryClient()
  const readPassage = useCallback(
    (passageId: string) =>
      queryClient.fetchQuery(trpc.inbox.passage.queryOptions({ conversationId, passageId })),
    [queryClient, trpc, conversationId],
  )
  if (error && !data) return <QueryError error={error} onRetry={refetch} size="panel" />
  if (!data) return <RowSkeletons label={t("common:loading")} />
  const { messages, notes, tags, context, isYours } = data
  return (
    <article className={styles.panel}>
      <ConversationHead conversation={data} onClose={onClose} />
      {context !== "" && (
        <p className={styles.context} dir="auto">
          {context}
        </p>
      )}
      <PassageReader value={readPassage}>
        <Transcript key={messages.at(-1)?.seq} messages={messages} />
      </PassageReader>
      {isYours && <ReplyBox conversationId={conversationId} />}
      <TagList conversationId={conversationId} tags={tags} />
      <NotesPanel conversationId={conversationId} notes={notes} />
    </article>
  )
}

type Messages = Parameters<typeof MessageBubble>[0]["message"][]

/** Shows the newest at its end whenever something is new. */
function Transcript({ messages }: { messages: Readonly<Messages> }) {
  const { t } = useTranslation("people")
  const end = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const list = end.current
    if (list) list.scrollTop = list.scrollHeight
  }, [])
  return (
    <ScrollRegion ref={end} className={styles.transcript} label={t("inbox.messages")}>
      {messages.map((message, index) => (
        <MessageBubble
          key={message.id}
          message={message}
          isFirstOfRun={messages[index - 1]?.from !== message.from}
        />
      ))}
    </ScrollRegion>
  )
}
