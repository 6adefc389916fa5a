"use client"

import { Button } from "@mantine/core"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { QueryError } from "../../api/query-error.tsx"
import { useTRPC, useTRPCClient } from "../../api/trpc.ts"
import { useToasts } from "../../api/use-toasts.ts"
import { Dialog } from "../../ui/dialog.tsx"
import { TimeAgo } from "../../ui/time-ago.tsx"
import styles from "../builder.module.css"
import { useFlowsStore } from "./flows-context.ts"

/** Flows of the bot that were deleted in the last thirty days, to be brought back. */
export function FlowBin({ botId, onClose }: { botId: string; onClose: () => void }) {
  const { t } = useTranslation("builder")
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queries = useQueryClient()
  const flows = useFlowsStore()
  const { tellError } = useToasts()
  const bin = useQuery({ ...trpc.bin.list.queryOptions({ botId }), gcTime: 0 })
  const restore = useMutation({
    mutationFn: async (entryId: string) => {
      const { script, source, layout, draftRevision } = await client.bin.restoreScript.mutate({
        ...{ botId, entryId },
      })
      const stored = { source, layout, revision: script.revision }
      flows.getState().add({ id: script.id, name: script.name, stored })
      flows.getState().noteRevision(draftRevision)
      flows.getState().open(script.id)
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: trpc.bin.pathKey() })
      onClose()
    },
    onError: tellError,
  })
  return (
    <Dialog opened onClose={onClose} title={t("flows.bin")}>
      {bin.error && <QueryError error={bin.error} onRetry={() => void bin.refetch()} />}
      {bin.data?.length === 0 && <p>{t("flows.binEmpty")}</p>}
      <ul className={styles.bin}>
        {bin.data?.map(({ id, name, deletedBy, deletedAt }) => (
          <li key={id}>
            <span>
              <bdi>{name}</bdi>
              <small>
                {deletedBy !== null && <bdi>{deletedBy}</bdi>} <TimeAgo at={deletedAt} />
              </small>
            </span>
            <Button
              size="xs"
              variant="default"
              loading={restore.isPending}
              onClick={() => restore.mutate(id)}
            >
              {t("flows.binRestore")}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
