"use client"

import { Button, Checkbox, Menu, Popover, TextInput } from "@mantine/core"
import { useDebouncedValue, useLocalStorage } from "@mantine/hooks"
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { QueryError } from "../api/query-error.tsx"
import { useTRPC } from "../api/trpc.ts"
import { useToasts } from "../api/use-toasts.ts"
import { PageHeader } from "../shell/page-header.tsx"
import { EmptyState } from "../ui/empty-state.tsx"
import { Icon } from "../ui/icon.tsx"
import { RowSkeletons } from "../ui/skeletons.tsx"
import { ResultTable, type Sorting } from "./result-table.tsx"
import styles from "./results.module.css"
import { saveFile } from "./save-file.ts"

const settleMs = 300
const pageSize = 50

/** What the conversations of a bot collected: the first thing someone who builds a form opens. */
export function ResultsPage({ botId }: { botId: string }) {
  const { t } = useTranslation("bots")
  const { data: bot } = useQuery(useTRPC().bots.get.queryOptions({ botId }))
  return (
    <div>
      <PageHeader
        trail={[
          { label: t("title"), href: "/bots" },
          { label: bot?.name ?? "…", href: `/bots/${botId}` },
        ]}
        title={t("results.title")}
        description={t("results.description")}
      />
      <Results botId={botId} />
    </div>
  )
}

function Results({ botId }: { botId: string }) {
  const { t } = useTranslation(["bots", "common"])
  const [words, setWords] = useState("")
  const [filter] = useDebouncedValue(words, settleMs)
  const [sorting, setSorting] = useState<Sorting>({ order: "startedAt", isDescending: true })
  const [offset, setOffset] = useState(0)
  const [columns, setColumns] = useLocalStorage<string[]>({
    key: `bw-results-${botId}`,
    defaultValue: [],
  })
  const wanted = { botId, columns, filter, ...sorting }
  const { data, error, refetch } = useQuery(
    useTRPC().results.list.queryOptions(
      { ...wanted, offset },
      { placeholderData: keepPreviousData, retry: false },
    ),
  )
  if (error && !data) return <QueryError error={error} onRetry={refetch} />
  if (!data) return <RowSkeletons label={t("common:loading")} />
  if (data.total === 0 && filter === "" && words === "")
    return (
      <EmptyState
        icon="list-details"
        title={t("results.empty.title")}
        text={t("results.empty.text")}
      />
    )
  return (
    <>
      <div className={styles.tools}>
        <TextInput
          className={styles.grow}
          label={t("results.filter")}
          value={words}
          maxLength={200}
          dir="auto"
          onChange={({ currentTarget }) => {
            setWords(currentTarget.value)
            setOffset(0)
          }}
        />
        <ColumnMenu names={data.names} columns={data.columns} onChange={setColumns} />
        <DownloadMenu wanted={wanted} />
      </div>
      {data.rows.length === 0 ? (
        <EmptyState
          icon="list-details"
          title={t("talks.nothing.title")}
          text={t("talks.nothing.text")}
        />
      ) : (
        <ResultTable botId={botId} page={data} sorting={sorting} onSort={setSorting} />
      )}
      <Pages total={data.total} offset={offset} onChange={setOffset} />
    </>
  )
}

interface PagesProps {
  readonly total: number
  readonly offset: number
  readonly onChange: (offset: number) => void
}

function Pages({ total, offset, onChange }: PagesProps) {
  const { t } = useTranslation("bots")
  return (
    <nav className={styles.pages} aria-label={t("results.title")}>
      <span role="status">{t("results.total", { number: total })}</span>
      {total > pageSize && (
        <>
          <Button
            variant="default"
            disabled={offset === 0}
            onClick={() => onChange(offset - pageSize)}
          >
            {t("talks.previousPage")}
          </Button>
          <Button
            variant="default"
            disabled={offset + pageSize >= total}
            onClick={() => onChange(offset + pageSize)}
          >
            {t("talks.nextPage")}
          </Button>
        </>
      )}
    </nav>
  )
}

interface ColumnMenuProps {
  readonly names: readonly string[]
  readonly columns: readonly string[]
  readonly onChange: (columns: string[]) => void
}

function ColumnMenu({ names, columns, onChange }: ColumnMenuProps) {
  const { t } = useTranslation("bots")
  const toggle = (name: string) =>
    onChange(names.filter((one) => columns.includes(one) !== (one === name)))
  return (
    <Popover position="bottom-end" width={240} trapFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<Icon name="adjustments" size={16} />}>
          {t("results.columns")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={styles.choices ?? ""}>
        {names.map((name) => (
          <Checkbox
            key={name}
            label={name}
            checked={columns.includes(name)}
            disabled={columns.length === 1 && columns.includes(name)}
            onChange={() => toggle(name)}
          />
        ))}
      </Popover.Dropdown>
    </Popover>
  )
}

interface Wanted extends Sorting {
  readonly botId: string
  readonly columns: string[]
  readonly filter: string
}

function DownloadMenu({ wanted }: { wanted: Wanted }) {
  const { t } = useTranslation("bots")
  const { tellError } = useToasts()
  const { mutate, isPending } = useMutation(
    useTRPC().results.export.mutationOptions({
      onSuccess: ({ name, base64 }) => saveFile(name, base64),
      onError: tellError,
    }),
  )
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          loading={isPending}
          leftSection={<Icon name="download" size={16} />}
        >
          {t("results.download")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(["csv", "xlsx"] as const).map((format) => (
          <Menu.Item key={format} onClick={() => mutate({ ...wanted, format })}>
            {t(`results.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
