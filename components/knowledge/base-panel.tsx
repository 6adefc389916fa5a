"use client"

import { Button, FileButton, Group } from "@mantine/core"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { QueryError } from "../api/query-error.tsx"
import { useTRPC } from "../api/trpc.ts"
import { UploadList } from "../api/upload-list.tsx"
import { useToasts } from "../api/use-toasts.ts"
import { ConfirmDialog } from "../ui/confirm-dialog.tsx"
import { Icon } from "../ui/icon.tsx"
import { RowSkeletons } from "../ui/skeletons.tsx"
import { useDropZone } from "../ui/use-drop-zone.ts"
import { AddSiteDialog } from "./add-site-dialog.tsx"
import { DocumentRow } from "./document-row.tsx"
import { EmbedderSelect } from "./embedder-select.tsx"
import styles from "./knowledge.module.css"
import { SiteRow } from "./site-row.tsx"

import { useDocumentUploads } from "./use-document-uploads.ts"

interface BasePanelProps {
  botId: string
  base: { readonly id: string; readonly name: string }
  canChange: boolean
}

/** How often the list is asked for while something is still being read. Units: ms. */
const lookAgainMs = 1_500

/** The documents and web sites of one knowledge base. */
export function BasePanel({ botId, base, canChange }: BasePanelProps) {
  const { t } = useTranslation("knowledge")
  const { uploads, add, drop } = useDocumentUploads(botId, base.id)
  const zone = useDropZone(canChange, add)
  const [isAdding, setAdding] = useState(false)
  return (
    <section {...zone.handlers} aria-label={base.name}>
      {canChange && (
        <div className={styles.drop} data-over={zone.isOver || undefined}>
          <p className={styles.dropText}>{t("drop")}</p>
          <p className={styles.kinds}>{t("kinds")}</p>
          <Group justify="center" gap="sm" mt="sm">
            <FileButton multiple onChange={add}>
              {(props) => (
                <Button {...props} leftSection={<Icon name="cloud-upload" size={16} />}>
                  {t("addDocuments")}
                </Button>
              )}
            </FileButton>
            <Button
              variant="default"
              leftSection={<Icon name="world" size={16} />}
              onClick={() => setAdding(true)}
            >
              {t("addSite")}
            </Button>
          </Group>
        </div>
      )}
      <UploadList uploads={uploads} onDrop={drop} />
      <Contents botId={botId} baseId={base.id} canChange={canChange} />
      <EmbedderSelect botId={botId} baseId={base.id} canChange={canChange} />
      {canChange && <DeleteBase botId={botId} base={base} />}
      <AddSiteDialog
        botId={botId}
        baseId={base.id}
        isOpen={isAdding}
        onClose={() => setAdding(false)}
      />
    </section>
  )
}

interface ContentsProps {
  botId: string
  baseId: string
  canChange: boolean
}

function Contents({ botId, baseId, canChange }: ContentsProps) {
  const { t } = useTranslation(["knowledge", "common"])
  const options = useTRPC().knowledge.documents.queryOptions({ botId, baseId })
  const { data, error, refetch } = useQuery({
    ...options,
    refetchInterval: ({ state }) => (isAtWork(state.data) ? lookAgainMs : false),
  })
  if (error) return <QueryError error={error} onRetry={refetch} />
  if (!data) return <RowSkeletons label={t("common:loading")} />
  const shared = { botId, baseId, canChange }
  return (
    <>
      {data.sites.length > 0 && (
        <>
          <h2 className={styles.heading}>{t("sites")}</h2>
          <ul className={styles.list} aria-label={t("sites")}>
            {data.sites.map((site) => (
              <SiteRow key={site.id} {...shared} site={site} />
            ))}
          </ul>
        </>
      )}
      <h2 className={styles.heading}>{t("documents")}</h2>
      {data.documents.length === 0 && <p className={styles.kinds}>{t("noDocuments")}</p>}
      {data.documents.length > 0 && (
        <ul className={styles.list} aria-label={t("documents")}>
          {data.documents.map((document) => (
            <DocumentRow key={document.id} {...shared} document={document} />
          ))}
        </ul>
      )}
    </>
  )
}

interface AtWork {
  readonly documents: readonly { readonly state: string }[]
  readonly sites: readonly { readonly state: string }[]
}

function isAtWork(data: AtWork | undefined): boolean {
  return [...(data?.documents ?? []), ...(data?.sites ?? [])].some(({ state }) =>
    /waiting|reading|embedding/.test(state),
  )
}

function DeleteBase({ botId, base }: Pick<BasePanelProps, "botId" | "base">) {
  const { t } = useTranslation(["knowledge", "common"])
  const [isAsking, setAsking] = useState(false)
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { tellError } = useToasts()
  const remove = useMutation(
    trpc.knowledge.deleteBase.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.knowledge.bases.queryFilter({ botId })),
      onError: tellError,
    }),
  )
  return (
    <>
      <Button
        variant="subtle"
        color="red"
        mt="lg"
        leftSection={<Icon name="trash" size={16} />}
        onClick={() => setAsking(true)}
      >
        {t("deleteBase")}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t("deleteBaseTitle")}
        consequence={t("deleteBaseText", { name: base.name })}
        confirmLabel={t("delete")}
        isBusy={remove.isPending}
        onConfirm={() => remove.mutate({ botId, baseId: base.id })}
        onCancel={() => setAsking(false)}
      />
    </>
  )
}
