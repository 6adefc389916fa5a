"use client"

import { Button, Group } from "@mantine/core"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { BinEntry } from "#server/services/bin/list.ts"
import { QueryError } from "../api/query-error.tsx"
import { useTRPC } from "../api/trpc.ts"
import { useToasts } from "../api/use-toasts.ts"
import { ConfirmDialog } from "../ui/confirm-dialog.tsx"
import { Dialog } from "../ui/dialog.tsx"
import { Icon } from "../ui/icon.tsx"
import styles from "./bot-list.module.css"

/** The way to deleted bots. */
export function BotsBin() {
  const { t } = useTranslation("bots")
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        variant="default"
        leftSection={<Icon name="trash" size={16} />}
        onClick={() => setOpen(true)}
      >
        {t("bin.open")}
      </Button>
      {isOpen && <BinDialog onClose={() => setOpen(false)} />}
    </>
  )
}

function BinDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("bots")
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { tellDone, tellError } = useToasts()
  const bin = useQuery({ ...trpc.bin.list.queryOptions({}), gcTime: 0 })
  const [going, setGoing] = useState<BinEntry | null>(null)
  const settle = async () => {
    setGoing(null)
    await queries.invalidateQueries({ queryKey: trpc.bin.pathKey() })
    await queries.invalidateQueries({ queryKey: trpc.bots.pathKey() })
  }
  const restore = useMutation(
    trpc.bin.restoreBot.mutationOptions({
      onSuccess: (bot) => {
        tellDone(t("bin.restored", { name: bot.name }))
        return settle()
      },
      onError: tellError,
    }),
  )
  const purge = useMutation(
    trpc.bin.purgeBot.mutationOptions({ onSuccess: settle, onError: tellError }),
  )
  return (
    <Dialog opened onClose={onClose} title={t("bin.open")} size="lg">
      <p className={styles.binText}>{t("bin.text")}</p>
      {bin.error && <QueryError error={bin.error} onRetry={() => void bin.refetch()} />}
      {bin.data?.length === 0 && <p>{t("bin.empty")}</p>}
      <ul className={styles.bin}>
        {bin.data?.map((entry) => (
          <li key={entry.id}>
            <BinWords entry={entry} />
            <Group gap="xs">
              <Button
                size="xs"
                loading={restore.isPending}
                onClick={() => restore.mutate({ entryId: entry.id })}
              >
                {t("bin.restore")}
              </Button>
              <Button size="xs" variant="subtle" color="red" onClick={() => setGoing(entry)}>
                {t("bin.purge")}
              </Button>
            </Group>
          </li>
        ))}
      </ul>
      <ConfirmDialog
        isOpen={going !== null}
        title={t("bin.purgeTitle", { name: going?.name ?? "" })}
        consequence={t("bin.purgeText")}
        confirmLabel={t("bin.purge")}
        isBusy={purge.isPending}
        onConfirm={() => going && purge.mutate({ entryId: going.id })}
        onCancel={() => setGoing(null)}
      />
    </Dialog>
  )
}

function BinWords({ entry }: { entry: BinEntry }) {
  const { t, i18n } = useTranslation("bots")
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: "medium" })
  return (
    <span className={styles.binWords}>
      <bdi>{entry.name}</bdi>
      <small>{t("bin.goes", { date: date.format(new Date(entry.goesAt)) })}</small>
    </span>
  )
}
