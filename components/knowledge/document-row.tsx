"use client"

import { Progress } from "@mantine/core"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useTRPC } from "../api/trpc.ts"
import { useToasts } from "../api/use-toasts.ts"
import { formatSize } from "../chat/format-size.ts"
import { ConfirmDialog } from "../ui/confirm-dialog.tsx"
import { Icon } from "../ui/icon.tsx"
import { RowAct, RowMenu } from "../ui/row-menu.tsx"
import { ChunksDialog } from "./chunks-dialog.tsx"
import styles from "./knowledge.module.css"

/** A document as the server lists it. */
export interface ListedDocument {
  readonly id: string
  readonly title: string
  readonly size: number
  readonly url: string | null
  readonly state: "waiting" | "reading" | "embedding" | "ready" | "failed"
  readonly problemDetail: string | null
  readonly pages: number | null
  readonly chunks: number
  readonly embedded: number
}

interface DocumentRowProps {
  botId: string
  baseId: string
  document: ListedDocument
  canChange: boolean
}

/** One document: how far it is, or why it could not be read; its name shows its passages. */
export function DocumentRow({ botId, baseId, document, canChange }: DocumentRowProps) {
  const { t, i18n } = useTranslation("knowledge")
  const [dialog, setDialog] = useState<"chunks" | "delete" | null>(null)
  const { title, size, state, pages, chunks, embedded, problemDetail } = document
  const status = t(`state.${state}`, { done: embedded, all: chunks })
  return (
    <li className={styles.row}>
      <Icon name={document.url ? "world" : "file-text"} size={20} />
      <div className={styles.main}>
        <button
          type="button"
          className={styles.open}
          disabled={chunks === 0}
          onClick={() => setDialog("chunks")}
        >
          {title}
        </button>
        <p className={styles.facts}>
          <span data-state={state} className={styles.state}>
            {status}
          </span>
          <span>{formatSize(size, i18n.language)}</span>
          {pages !== null && <span>{t("pages", { number: pages })}</span>}
          {chunks > 0 && <span>{t("chunks", { number: chunks })}</span>}
        </p>
        {state === "embedding" && (
          <Progress value={(100 * embedded) / Math.max(1, chunks)} size="xs" aria-label={status} />
        )}
        {state === "failed" && <p className={styles.problem}>{problemDetail}</p>}
      </div>
      <DocumentMenu
        {...{ botId, baseId, document, canChange }}
        onShow={() => setDialog("chunks")}
        onDelete={() => setDialog("delete")}
      />
      <ChunksDialog
        botId={botId}
        document={document}
        isOpen={dialog === "chunks"}
        onClose={() => setDialog(null)}
      />
      <DeleteDocument
        {...{ botId, baseId, document }}
        isOpen={dialog === "delete"}
        onClose={() => setDialog(null)}
      />
    </li>
  )
}

interface DocumentMenuProps extends DocumentRowProps {
  onShow: () => void
  onDelete: () => void
}

function DocumentMenu({ botId, baseId, document, canChange, onShow, onDelete }: DocumentMenuProps) {
  const { t } = useTranslation("knowledge")
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { tellError } = useToasts()
  const retry = useMutation(
    trpc.knowledge.retryDocument.mutationOptions({
      onSuccess: () =>
        queryClient.invalidateQueries(trpc.knowledge.documents.queryFilter({ botId, baseId })),
      onError: tellError,
    }),
  )
  return (
    <RowMenu label={t("more", { name: document.title })}>
      <RowAct icon="list-details" isDisabled={document.chunks === 0} onAct={onShow}>
        {t("showChunks")}
      </RowAct>
      {canChange && (
        <>
          <RowAct icon="refresh" onAct={() => retry.mutate({ botId, documentId: document.id })}>
            {t("retry")}
          </RowAct>
          <RowAct icon="trash" isDanger onAct={onDelete}>
            {t("delete")}
          </RowAct>
        </>
      )}
    </RowMenu>
  )
}

interface DeleteDocumentProps extends Omit<DocumentRowProps, "canChange"> {
  isOpen: boolean
  onClose: () => void
}

function DeleteDocument({ botId, baseId, document, isOpen, onClose }: DeleteDocumentProps) {
  const { t } = useTranslation("knowledge")
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { tellError } = useToasts()
  const remove = useMutation(
    trpc.knowledge.deleteDocument.mutationOptions({
      onSuccess: () => {
        queryClient.invalidateQueries(trpc.knowledge.documents.queryFilter({ botId, baseId }))
        onClose()
      },
      onError: tellError,
    }),
  )
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={t("deleteTitle")}
      consequence={t("deleteText", { name: document.title })}
      confirmLabel={t("delete")}
      isBusy={remove.isPending}
      onConfirm={() => remove.mutate({ botId, documentId: document.id })}
      onCancel={onClose}
    />
  )
}
