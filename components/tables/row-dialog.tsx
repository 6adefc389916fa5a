"use client"

import { Textarea } from "@mantine/core"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import type { FormEvent } from "react"
import { useTranslation } from "react-i18next"
import { useTRPC } from "../api/trpc.ts"
import { useToasts } from "../api/use-toasts.ts"
import { Dialog } from "../ui/dialog.tsx"
import { FormActions } from "../ui/form-actions.tsx"
import { cellText, isEditable, readCell } from "./cell-text.ts"
import type { TablePageColumn, TablePageRow } from "./table-page.ts"

interface RowDialogProps {
  botId: string
  table: string
  columns: readonly TablePageColumn[]
  keys: readonly string[]
  /** Null: a new one. */
  row: TablePageRow | null
  isOpen: boolean
  onClose: () => void
}

/** A row as a form: one field for each column; a new row is numbered when its key is left empty. */
export function RowDialog({ botId, table, columns, keys, row, isOpen, onClose }: RowDialogProps) {
  const { t } = useTranslation(["bots", "common"])
  const save = useSaveRow(botId, onClose)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const cells = columns.flatMap((column, index) => {
      const before = row?.cells[index]
      const text = String(form.get(fieldName(index)) ?? "")
      const isChanged = row === null ? text !== "" : text !== cellText(before)
      return isEditable(before ?? null) && isChanged
        ? [[column.name, readCell(text, column, before ?? undefined)] as const]
        : []
    })
    save.mutate({ botId, table, key: row?.key ?? null, cells: Object.fromEntries(cells) })
  }
  return (
    <Dialog
      opened={isOpen}
      onClose={onClose}
      title={t(row ? "tables.editTitle" : "tables.addTitle")}
    >
      <form onSubmit={submit}>
        {columns.map((column, index) => (
          <Textarea
            key={column.name}
            name={fieldName(index)}
            label={column.name}
            description={
              row === null && keys.includes(column.name) ? t("tables.keyHint") : undefined
            }
            defaultValue={cellText(row?.cells[index])}
            readOnly={!isEditable(row?.cells[index] ?? null)}
            autosize
            minRows={1}
            maxRows={6}
            mb="sm"
            dir="auto"
          />
        ))}
        <FormActions label={t("common:save")} isBusy={save.isPending} onCancel={onClose} />
      </form>
    </Dialog>
  )
}

/** Names of columns may be anything, so fields are numbered. */
const fieldName = (index: number): string => `cell-${index}`

function useSaveRow(botId: string, onSaved: () => void) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { tellError } = useToasts()
  return useMutation(
    trpc.tables.saveRow.mutationOptions({
      onSuccess: () => {
        queryClient.invalidateQueries(trpc.tables.rows.queryFilter())
        queryClient.invalidateQueries(trpc.tables.list.queryFilter({ botId }))
        onSaved()
      },
      onError: tellError,
    }),
  )
}
