"use client"

import { Button } from "@mantine/core"
import { useInfiniteQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { limits } from "#catalog/limits.ts"
import { QueryError } from "../api/query-error.tsx"
import { useTRPC } from "../api/trpc.ts"
import { Dialog } from "../ui/dialog.tsx"
import { RowSkeletons } from "../ui/skeletons.tsx"
import styles from "./knowledge.module.css"

interface ChunksDialogProps {
  botId: string
  document: { readonly id: string; readonly title: string }
  isOpen: boolean
  onClose: () => void
}

/** The passages a document was cut into, as they are found and quoted. */
export function ChunksDialog({ botId, document, isOpen, onClose }: ChunksDialogProps) {
  return (
    <Dialog opened={isOpen} onClose={onClose} title={document.title} size="xl">
      <Chunks botId={botId} documentId={document.id} />
    </Dialog>
  )
}

function Chunks({ botId, documentId }: { botId: string; documentId: string }) {
  const { t } = useTranslation(["knowledge", "common"])
  const trpc = useTRPC()
  const query = useInfiniteQuery(
    trpc.knowledge.chunks.infiniteQueryOptions(
      { botId, documentId },
      {
        getNextPageParam: (page) =>
          page.length < limits.chunksPerPage ? undefined : page.at(-1)?.position,
      },
    ),
  )
  if (query.error) return <QueryError error={query.error} onRetry={query.refetch} />
  if (!query.data) return <RowSkeletons label={t("common:loading")} />
  return (
    <>
      <ol className={styles.chunks}>
        {query.data.pages.flat().map(({ id, text, section, page }) => (
          <li key={id} className={styles.chunk}>
            <p className={styles.facts}>
              {section !== null && <span>{section}</span>}
              {page !== null && <span>{t("page", { number: page })}</span>}
            </p>
            <p className={styles.text}>{text}</p>
          </li>
        ))}
      </ol>
      {query.hasNextPage && (
        <Button variant="default" onClick={() => query.fetchNextPage()}>
          {t("moreChunks")}
        </Button>
      )}
    </>
  )
}
