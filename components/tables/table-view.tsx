"use client"

import { Badge, Button, TextInput } from "@mantine/core"
import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import { limits } from "#catalog/limits.ts"
import { QueryError } from "../api/query-error.tsx"
import { useTRPC } from "../api/trpc.ts"
import { EmptyState } from "../ui/empty-state.tsx"
import { Icon } from "../ui/icon.tsx"
import { RowSkeletons } from "../ui/skeletons.tsx"
import styles from "./bot-tables.module.css"
import { RowDialog } from "./row-dialog.tsx"
import { RowTable, type Sorting } from "./row-table.tsx"
import { useExport } from "./use-export.ts"

interface TableViewProps {
  botId: string
  table: string
  canChange: boolean
}

/** One table: its rows page by page, by a filter and in an order. */
export function TableView({ botId, table, canChange }: TableViewProps) {
  const { t } = useTranslation(["bots", "common"])
  const [filter, setFilter] = useState("")
  const [sorting, setSorting] = useState<Sorting>({ order: "", isDescending: false })
  const [offset, setOffset] = useState(0)
  const [isAdding, setIsAdding] = useState(false)
  const input = { botId, table, filter, ...sorting, offset }
  const { data, error, refetch } = useQuery(
    useTRPC().tables.rows.queryOptions(input, { placeholderData: keepPreviousData, retry: false }),
  )
  const download = useExport({ botId, table, filter })
  return (
    <div className={styles.view}>
      <div className={styles.tools}>
        <FilterForm
          onFilter={(next) => {
            setFilter(next)
            setOffset(0)
          }}
        />
        <Button
          variant="default"
          leftSection={<Icon name="download" size={16} />}
          loading={download.isPending}
          onClick={download.start}
        >
          {t("tables.export")}
        </Button>
        {canChange && data && (
          <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setIsAdding(true)}>
            {t("tables.add")}
          </Button>
        )}
      </div>
      {error ? (
        <QueryError error={error} onRetry={refetch} />
      ) : !data ? (
        <RowSkeletons label={t("common:loading")} />
      ) : data.rows.length === 0 ? (
        <EmptyState icon="table" title={t("tables.noRows.title")} text={t("tables.noRows.text")} />
      ) : (
        <>
          <RowTable
            botId={botId}
            table={table}
            page={data}
            canChange={canChange}
            sorting={sorting}
            onSort={setSorting}
          />
          <Pages offset={offset} total={data.total} shown={data.rows.length} onMove={setOffset} />
        </>
      )}
      {data && (
        <RowDialog
          botId={botId}
          table={table}
          columns={data.columns}
          keys={data.keys}
          row={null}
          isOpen={isAdding}
          onClose={() => setIsAdding(false)}
        />
      )}
    </div>
  )
}

function FilterForm({ onFilter }: { onFilter: (filter: string) => void }) {
  const { t } = useTranslation("bots")
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    onFilter(String(new FormData(event.currentTarget).get("filter") ?? "").trim())
  }
  return (
    <form className={styles.filter} onSubmit={submit}>
      <TextInput
        name="filter"
        className={styles.filterField}
        aria-label={t("tables.filter")}
        placeholder={t("tables.filterHint")}
        maxLength={limits.tableFilterChars}
        autoComplete="off"
        spellCheck={false}
        dir="ltr"
      />
      <Button type="submit" variant="default" leftSection={<Icon name="search" size={16} />}>
        {t("tables.find")}
      </Button>
    </form>
  )
}

interface PagesProps {
  offset: number
  total: number
  shown: number
  onMove: (offset: number) => void
}

function Pages({ offset, total, shown, onMove }: PagesProps) {
  const { t } = useTranslation("bots")
  const size = limits.tablePageRows
  return (
    <div className={styles.pages}>
      <Badge variant="light" tt="none">
        {t("tables.range", { from: offset + 1, to: offset + shown, total })}
      </Badge>
      <Button
        variant="default"
        size="xs"
        disabled={offset === 0}
        onClick={() => onMove(Math.max(0, offset - size))}
      >
        {t("tables.previous")}
      </Button>
      <Button
        variant="default"
        size="xs"
        disabled={offset + shown >= total}
        onClick={() => onMove(offset + size)}
      >
        {t("tables.next")}
      </Button>
    </div>
  )
}
