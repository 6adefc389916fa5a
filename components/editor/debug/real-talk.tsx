"use client"

import { Button, Group } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { useErrorWords } from "../../api/use-error-words.ts"
import { Dialog } from "../../ui/dialog.tsx"
import { Icon } from "../../ui/icon.tsx"
import { useFlows, useSaveAll } from "../flows/flows-context.ts"
import { type PublishOutcome, plainWish, usePublish } from "../publish/use-publish.ts"
import styles from "./debug.module.css"

/** Asks for real effects; for those who may publish. */
export function RealTalkButton({ onOpen }: { onOpen: () => void }) {
  const { t } = useTranslation("builder")
  if (useSaveAll() === null) return null
  return (
    <Button
      fullWidth
      size="xs"
      variant="default"
      leftSection={<Icon name="bolt" size={14} />}
      onClick={onOpen}
    >
      {t("real.open")}
    </Button>
  )
}

/** Real effects on request: the draft goes into staging, and one talks with it there. */
export function RealTalk({ onClose }: { onClose: () => void }) {
  const saveAll = useSaveAll()
  return saveAll && <RealDialog saveAll={saveAll} onClose={onClose} />
}

interface RealDialogProps {
  readonly saveAll: () => Promise<number | null>
  readonly onClose: () => void
}

function RealDialog({ saveAll, onClose }: RealDialogProps) {
  const { t } = useTranslation("builder")
  const sayError = useErrorWords()
  const publish = usePublish(
    useFlows((state) => state.botId),
    saveAll,
  )
  const { data, error } = publish
  return (
    <Dialog opened onClose={onClose} title={t("real.open")}>
      <p className={styles.worldText}>{t("real.text")}</p>
      {error && <p role="alert">{sayError(error).text}</p>}
      {data && data.kind !== "published" && <Refused outcome={data} />}
      <Group justify="flex-end">
        {data?.kind === "published" ? (
          <Button
            component="a"
            href={`/c/${data.slug}`}
            target="_blank"
            rel="noopener"
            rightSection={<Icon name="external-link" size={15} />}
          >
            {t("real.talk")}
          </Button>
        ) : (
          <Button
            loading={publish.isPending}
            onClick={() => publish.mutate({ ...plainWish, to: "staging" })}
          >
            {t("real.act")}
          </Button>
        )}
      </Group>
    </Dialog>
  )
}

function Refused({ outcome }: { outcome: Exclude<PublishOutcome, { kind: "published" }> }) {
  const { t } = useTranslation("builder")
  return (
    <p role="alert">
      {outcome.kind === "unsaved"
        ? t("published.unsaved")
        : t("published.errors", { count: outcome.count })}
    </p>
  )
}
