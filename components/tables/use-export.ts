"use client"

import { useMutation } from "@tanstack/react-query"
import { useTRPC } from "../api/trpc.ts"
import { useToasts } from "../api/use-toasts.ts"

interface Wanted {
  readonly botId: string
  readonly table: string
  readonly filter: string
}

/** Asks for the rows as CSV and hands them to the browser as a file. */
export function useExport(wanted: Wanted) {
  const { tellError } = useToasts()
  const { mutate, isPending } = useMutation(
    useTRPC().tables.export.mutationOptions({
      onSuccess: ({ csv }) => saveText(`${wanted.table}.csv`, csv),
      onError: tellError,
    }),
  )
  return { isPending, start: () => mutate(wanted) }
}

/** The mark in front tells spreadsheets that the text is UTF-8. */
function saveText(name: string, text: string) {
  const url = URL.createObjectURL(new Blob(["\uFEFF", text], { type: "text/csv;charset=utf-8" }))
  const link = document.createElement("a")
  link.href = url
  link.download = name.replace(/[\\/:*?"<>|]/g, "_")
  link.click()
  URL.revokeObjectURL(url)
}
