"use client"

import { Button, NativeSelect, TextInput } from "@mantine/core"
import { useDebouncedValue } from "@mantine/hooks"
import { keepPreviousData, useQuery } from "@tanstack/react-query"
import Link from "next/link"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { type RecordingState, recordingStates } from "#server/services/recordings/schema.ts"
import { QueryError } from "../api/query-error.tsx"
import { useTRPC } from "../api/trpc.ts"
import { PageHeader } from "../shell/page-header.tsx"
import { EmptyState } from "../ui/empty-state.tsx"
import { RowSkeletons } from "../ui/skeletons.tsx"
import { StatusDot } from "../ui/status-dot.tsx"
import { TimeAgo } from "../ui/time-ago.tsx"
import styles from "./recordings.module.css"
import { stateTones } from "./state-tones.ts"

interface Filter {
  readonly state: RecordingState
  readonly search: string
  readonly from: string
  readonly until: string
}

const noFilter: Filter = { state: "all", search: "", from: "", until: "" }
const settleMs = 300
const pageSize = 50

/** The conversations of a bot: found by how they stand, by day, by what was said. */
export function RecordingList({ botId }: { botId: string }) {
  const { t } = useTranslation("bots")
  const { data: bot } = useQuery(useTRPC().bots.get.queryOptions({ botId }))
  const [filter, setFilter] = useState(noFilter)
  const [offset, setOffset] = useState(0)
  return (
    <section aria-label={t("talks.title")}>
      <PageHeader
        trail={[
          { label: t("title"), href: "/bots" },
          { label: bot?.name ?? "…", href: `/bots/${botId}` },
        ]}
        title={t("talks.title")}
        description={t("talks.description")}
        actions={
          <Button component={Link} href={`/bots/${botId}/results`} variant="default">
            {t("results.title")}
          </Button>
        }
      />
      <FilterFields
        filter={filter}
        onChange={(change) => {
          setFilter({ ...filter, ...change })
          setOffset(0)
        }}
      />
      <Recordings botId={botId} filter={filter} offset={offset} onPage={setOffset} />
    </section>
  )
}

interface FilterFieldsProps {
  readonly filter: Filter
  readonly onChange: (change: Partial<Filter>) => void
}

function FilterFields({ filter, onChange }: FilterFieldsProps) {
  const { t } = useTranslation("bots")
  return (
    <div className={styles.filters}>
      <TextInput
        className={styles.grow}
        label={t("talks.search")}
        value={filter.search}
        maxLength={200}
        dir="auto"
        onChange={({ currentTarget }) => onChange({ search: currentTarget.value })}
      />
      <NativeSelect
        label={t("talks.state")}
        value={filter.state}
        data={recordingStates.map((state) => ({ value: state, label: t(`talks.state.${state}`) }))}
        onChange={({ currentTarget }) =>
          onChange({ state: recordingStates.find((one) => one === currentTarget.value) ?? "all" })
        }
      />
      <TextInput
        type="date"
        label={t("talks.from")}
        value={filter.from}
        onChange={({ currentTarget }) => onChange({ from: currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t("talks.until")}
        value={filter.until}
        onChange={({ currentTarget }) => onChange({ until: currentTarget.value })}
      />
    </div>
  )
}

interface RecordingsProps {
  readonly botId: string
  readonly filter: Filter
  readonly offset: number
  readonly onPage: (offset: number) => void
}

function Recordings({ botId, filter, offset, onPage }: RecordingsProps) {
  const { t } = useTranslation(["bots", "common"])
  const [search] = useDebouncedValue(filter.search, settleMs)
  const { state } = filter
  const days = { from: filter.from || null, until: filter.until || null }
  const { data, error, refetch } = useQuery(
    useTRPC().recordings.list.queryOptions(
      { botId, state, search, ...days, offset },
      { placeholderData: keepPreviousData, retry: false },
    ),
  )
  if (error && !data) return <QueryError error={error} onRetry={refetch} />
  if (!data) return <RowSkeletons label={t("common:loading")} />
  if (data.items.length === 0) {
    const kind = JSON.stringify(filter) === JSON.stringify(noFilter) ? "empty" : "nothing"
    return (
      <EmptyState icon="messages" title={t(`talks.${kind}.title`)} text={t(`talks.${kind}.text`)} />
    )
  }
  return (
    <>
      <ul className={styles.list}>
        {data.items.map((item) => (
          <li key={item.conversationId}>
            <Link
              href={`/bots/${botId}/conversations/${item.conversationId}`}
              className={styles.row}
            >
              <span className={styles.rowHead}>
                <b>{item.contactName ?? t("talks.visitor")}</b>
                <StatusDot tone={stateTones[item.state]} label={t(`talks.state.${item.state}`)} />
                <span className={styles.when}>
                  <TimeAgo at={item.lastAt} />
                </span>
              </span>
              <span className={styles.last} dir="auto">
                {item.lastText}
              </span>
              <span className={styles.facts}>
                {item.channel} · {t("talks.version", { number: item.versionNumber })} ·{" "}
                {t("talks.messages", { number: item.messageCount })}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {(offset > 0 || data.isMore) && (
        <nav className={styles.pages} aria-label={t("talks.title")}>
          <Button
            variant="default"
            disabled={offset === 0}
            onClick={() => onPage(offset - pageSize)}
          >
            {t("talks.newer")}
          </Button>
          <Button
            variant="default"
            disabled={!data.isMore}
            onClick={() => onPage(offset + pageSize)}
          >
            {t("talks.older")}
          </Button>
        </nav>
      )}
    </>
  )
}
