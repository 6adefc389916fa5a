"use client"

import { UnstyledButton } from "@mantine/core"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Icon } from "../ui/icon.tsx"
import { RowAct, RowMenu } from "../ui/row-menu.tsx"
import { ScrollRegion } from "../ui/scroll-region.tsx"
import styles from "./bot-tables.module.css"
import { cellText } from "./cell-text.ts"
import { DeleteRowDialog } from "./delete-row-dialog.tsx"
import { RowDialog } from "./row-dialog.tsx"
import type { TablePage, TablePageRow } from "./table-page.ts"

/** By which column rows stand; empty for the order in which they came. */
export interface Sorting {
  readonly order: string
  readonly isDescending: boolean
}

interface RowTableProps {
  botId: string
  table: string
  page: TablePage
  canChange: boolean
  sorting: Sorting
  onSort: (sorting: Sorting) => void
}

export function RowTable({ botId, table, page, canChange, sorting, onSort }: RowTableProps) {
  const { t } = useTranslation("bots")
  return (
    <ScrollRegion className={styles.scroll} label={table}>
      <table className={styles.table}>
        <thead>
          <tr>
            {page.columns.map(({ name }) => (
              <th key={name} aria-sort={sortOf(name, sorting)}>
                <UnstyledButton
                  className={styles.heading}
                  onClick={() => onSort(nextSorting(name, sorting))}
                >
                  {name}
                  {sorting.order === name && (
                    <Icon name={sorting.isDescending ? "chevron-down" : "chevron-up"} size={14} />
                  )}
                </UnstyledButton>
              </th>
            ))}
            {canChange && (
              <th className={styles.actions}>
                <span className={styles.hidden}>{t("tables.actions")}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {page.rows.map((row) => (
            <tr key={row.key}>
              {page.columns.map(({ name }, index) => (
                <td key={name} dir="auto">
                  <div className={styles.cell}>{cellText(row.cells[index])}</div>
                </td>
              ))}
              {canChange && (
                <td className={styles.actions}>
                  <RowActs botId={botId} table={table} page={page} row={row} />
                </td>
              )}
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

/** Up, then down, then as they came. */
const nextSorting = (name: string, { order, isDescending }: Sorting): Sorting => {
  if (order !== name) return { order: name, isDescending: false }
  return isDescending ? { order: "", isDescending: false } : { order: name, isDescending: true }
}

interface RowActsProps {
  botId: string
  table: string
  page: TablePage
  row: TablePageRow
}

function RowActs({ botId, table, page, row }: RowActsProps) {
  const { t } = useTranslation("bots")
  const [dialog, setDialog] = useState<"edit" | "delete" | null>(null)
  const shared = { botId, table, onClose: () => setDialog(null) }
  return (
    <>
      <RowMenu label={t("menu", { name: row.key })} width={170}>
        <RowAct icon="pencil" onAct={() => setDialog("edit")}>
          {t("tables.edit")}
        </RowAct>
        <RowAct icon="trash" isDanger onAct={() => setDialog("delete")}>
          {t("delete")}
        </RowAct>
      </RowMenu>
      <RowDialog
        {...shared}
        columns={page.columns}
        keys={page.keys}
        row={row}
        isOpen={dialog === "edit"}
      />
      <DeleteRowDialog {...shared} rowKey={row.key} isOpen={dialog === "delete"} />
    </>
  )
}
