"use client"

import { SegmentedControl } from "@mantine/core"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { QueryError } from "../api/query-error.tsx"
import { useTRPC } from "../api/trpc.ts"
import { PageHeader } from "../shell/page-header.tsx"
import { EmptyState } from "../ui/empty-state.tsx"
import { RowSkeletons } from "../ui/skeletons.tsx"
import { ConversationPanel } from "./conversation-panel.tsx"
import styles from "./inbox.module.css"
import { InboxRow } from "./inbox-row.tsx"
import { PresenceChoice } from "./presence-choice.tsx"
import { useInboxFeed } from "./use-inbox-feed.ts"

const filters = ["open", "mine", "all"] as const
type Filter = (typeof filters)[number]
/** How often the list is asked for again where nobody tells of changes, and where somebody does. Units: ms. */
const refreshMs = 5_000
const liveRefreshMs = 60_000

/** The conversations that need a person, and the one that is open. */
export function InboxPage() {
  const { t } = useTranslation("people")
  const [filter, setFilter] = useState<Filter>("open")
  const [openId, setOpenId] = useState<string | null>(null)
  const isLive = useInboxFeed()
  return (
    <div className={styles.page}>
      <PageHeader
        trail={[]}
        title={t("inbox.title")}
        description={t("inbox.description")}
        actions={<PresenceChoice />}
      />
      <div className={styles.columns} data-open={openId !== null || undefined}>
        <section className={styles.side}>
          <SegmentedControl
            fullWidth
            aria-label={t("inbox.filter")}
            value={filter}
            onChange={(value) => setFilter(filters.find((one) => one === value) ?? "open")}
            data={filters.map((value) => ({ value, label: t(`inbox.${value}`) }))}
          />
          <InboxList filter={filter} openId={openId} isLive={isLive} onOpen={setOpenId} />
        </section>
        <div className={styles.main}>
          {openId === null ? (
            <EmptyState
              icon="headset"
              size="panel"
              title={t("inbox.choose")}
              text={t("inbox.chooseText")}
            />
          ) : (
            <ConversationPanel
              key={openId}
              conversationId={openId}
              isLive={isLive}
              onClose={() => setOpenId(null)}
            />
          )}
        </div>
      </div>
    </div>
  )
}

interface InboxListProps {
  filter: Filter
  openId: string | null
  isLive: boolean
  onOpen: (id: string) => void
}

function InboxList({ filter, openId, isLive, onOpen }: InboxListProps) {
  const { t } = useTranslation(["people", "common"])
  const trpc = useTRPC()
  const { data, error, refetch } = useQuery({
    ...trpc.inbox.list.queryOptions({ filter }),
    refetchInterval: isLive && filter !== "all" ? liveRefreshMs : refreshMs,
  })
  if (error && !data) return <QueryError error={error} onRetry={refetch} size="panel" />
  if (!data) return <RowSkeletons label={t("common:loading")} />
  if (data.items.length === 0)
    return (
      <EmptyState
        icon="headset"
        size="panel"
        title={t("inbox.empty.title")}
        text={t("inbox.empty.text")}
      />
    )
  return (
    <ul className={styles.list}>
      {data.items.map((item) => (
        <li key={item.conversationId}>
          <InboxRow
            item={item}
            isOpen={item.conversationId === openId}
            onOpen={() => onOpen(item.conversationId)}
          />
        </li>
      ))}
    </ul>
  )
}
