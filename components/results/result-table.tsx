"use client"

import { UnstyledButton } from "@mantine/core"
import type { inferRouterOutputs } from "@trpc/server"
import Link from "next/link"
import { useTranslation } from "react-i18next"
import type { AppRouter } from "#server/trpc/router.ts"
import { stateTones } from "../recordings/state-tones.ts"
import { Icon } from "../ui/icon.tsx"
import { ScrollRegion } from "../ui/scroll-region.tsx"
import { StatusDot } from "../ui/status-dot.tsx"
import { TimeAgo } from "../ui/time-ago.tsx"
import styles from "./results.module.css"

type ResultPage = inferRouterOutputs<AppRouter>["results"]["list"]

/** By what rows stand: a variable, or "startedAt". */
export interface Sorting {
  readonly order: string
  readonly isDescending: boolean
}

interface ResultTableProps {
  readonly botId: string
  readonly page: ResultPage
  readonly sorting: Sorting
  readonly onSort: (sorting: Sorting) => void
}

/** A row for each conversation, a column for each variable. */
export function ResultTable({ botId, page, sorting, onSort }: ResultTableProps) {
  const { t } = useTranslation("bots")
  const heading = (order: string, label: string) => (
    <th key={order} aria-sort={sortOf(order, sorting)}>
      <UnstyledButton
        className={styles.heading}
        onClick={() =>
          onSort({ order, isDescending: sorting.order === order ? !sorting.isDescending : false })
        }
      >
        {label}
        {sorting.order === order && (
          <Icon name={sorting.isDescending ? "chevron-down" : "chevron-up"} size={14} />
        )}
      </UnstyledButton>
    </th>
  )
  return (
    <ScrollRegion className={styles.scroll} label={t("results.title")}>
      <table className={styles.table}>
        <thead>
          <tr>
            {heading("startedAt", t("results.started"))}
            <th>{t("results.status")}</th>
            {page.columns.map((name) => heading(name, name))}
          </tr>
        </thead>
        <tbody>
          {page.rows.map((row) => (
            <tr key={row.conversationId}>
              <td>
                <Link
                  href={`/bots/${botId}/conversations/${row.conversationId}`}
                  title={t("results.open")}
                >
                  <TimeAgo at={row.startedAt} />
                </Link>
              </td>
              <td>
                <StatusDot tone={stateTones[row.state]} label={t(`talks.state.${row.state}`)} />
              </td>
              {page.columns.map((name, index) => (
                <td key={name}>
                  <div className={styles.cell}>
                    <bdi>{show(row.cells[index])}</bdi>
                  </div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

const sortOf = (name: string, { order, isDescending }: Sorting) => {
  if (order !== name) return "none"
  return isDescending ? "descending" : "ascending"
}

const show = (value: unknown): string => {
  if (value === null || value === undefined) return ""
  return typeof value === "string" ? value : JSON.stringify(value)
}
