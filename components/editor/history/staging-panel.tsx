"use client"

import { Button, Group } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { CopyField } from "../../ui/copy-field.tsx"
import styles from "./history.module.css"
import type { useHistory } from "./use-history.ts"

interface StagingPanelProps {
  readonly botId: string
  readonly acts: ReturnType<typeof useHistory>
  readonly canPublish: boolean
}

/** What stands in staging: its link, and the way to everybody. */
export function StagingPanel({ botId, acts, canPublish }: StagingPanelProps) {
  const { t } = useTranslation("history")
  const { history, promote, renewStaging, closeStaging } = acts
  const slug = history.data?.stagingSlug ?? null
  if (slug === null) return <p className={styles.quiet}>{t("staging.none")}</p>
  return (
    <div className={styles.form}>
      <CopyField
        label={t("staging.link")}
        description={t("staging.help")}
        value={`${globalThis.location.origin}/c/${slug}`}
        copyLabel={t("copy")}
        copiedLabel={t("copied")}
      />
      {canPublish && (
        <Group gap="xs">
          <Button
            size="xs"
            disabled={!history.data?.canPromote}
            loading={promote.isPending}
            onClick={() => promote.mutate({ botId })}
          >
            {t("staging.promote")}
          </Button>
          <Button
            size="xs"
            variant="default"
            loading={renewStaging.isPending}
            onClick={() => renewStaging.mutate({ botId })}
          >
            {t("staging.renew")}
          </Button>
          <Button
            size="xs"
            variant="subtle"
            color="red"
            loading={closeStaging.isPending}
            onClick={() => closeStaging.mutate({ botId })}
          >
            {t("staging.close")}
          </Button>
        </Group>
      )}
    </div>
  )
}
