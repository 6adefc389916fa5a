"use client"

import { Button, Group, Switch } from "@mantine/core"
import { useDisclosure } from "@mantine/hooks"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { inferRouterOutputs } from "@trpc/server"
import { useTranslation } from "react-i18next"
import type { AppRouter } from "#server/trpc/router.ts"
import { QueryError } from "../../api/query-error.tsx"
import { useTRPC } from "../../api/trpc.ts"
import { useToasts } from "../../api/use-toasts.ts"
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx"
import { CopyField } from "../../ui/copy-field.tsx"
import { Panel } from "../../ui/panel.tsx"
import { RowSkeletons } from "../../ui/skeletons.tsx"
import styles from "./settings.module.css"

type Webhooks = inferRouterOutputs<AppRouter>["webhooks"]["get"]

/** The addresses other programs call: for those who may change the bot, for an address is a key. */
export function WebhooksPanel({ botId }: { botId: string }) {
  const { t } = useTranslation(["bots", "common"])
  const trpc = useTRPC()
  const { data, error, refetch } = useQuery(trpc.webhooks.get.queryOptions({ botId }))
  return (
    <Panel title={t("webhooks.title")} description={t("webhooks.text")}>
      {error && <QueryError error={error} onRetry={refetch} size="panel" />}
      {!data && !error && <RowSkeletons label={t("common:loading")} count={1} />}
      {data && <WebhookKeys botId={botId} webhooks={data} />}
    </Panel>
  )
}

function useWebhookActs(botId: string) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { tellError } = useToasts()
  const onSuccess = (saved: Webhooks) =>
    queryClient.setQueryData(trpc.webhooks.get.queryKey({ botId }), saved)
  return {
    renew: useMutation(trpc.webhooks.renew.mutationOptions({ onSuccess, onError: tellError })),
    setSigning: useMutation(
      trpc.webhooks.setSigning.mutationOptions({ onSuccess, onError: tellError }),
    ),
  }
}

function WebhookKeys({ botId, webhooks }: { botId: string; webhooks: Webhooks }) {
  const { t } = useTranslation(["bots", "common"])
  const [isAsking, asking] = useDisclosure(false)
  const { renew, setSigning } = useWebhookActs(botId)
  const { baseUrl, secret, endpoints, mustSign } = webhooks
  const copy = { copyLabel: t("common:copy"), copiedLabel: t("common:copied") }
  if (baseUrl === null)
    return (
      <Button variant="default" loading={renew.isPending} onClick={() => renew.mutate({ botId })}>
        {t("webhooks.make")}
      </Button>
    )
  return (
    <div className={styles.form}>
      {endpoints.map(({ endpoint }) => (
        <CopyField
          key={endpoint}
          label={`WEBHOOK "${endpoint}"`}
          value={baseUrl + endpoint}
          {...copy}
        />
      ))}
      {endpoints.length === 0 && <p className={styles.quiet}>{t("webhooks.none")}</p>}
      {secret !== null && mustSign && (
        <CopyField label={t("webhooks.secret")} value={secret} {...copy} />
      )}
      <Switch
        label={t("webhooks.sign")}
        description={t("webhooks.signHint")}
        checked={mustSign}
        onChange={(event) => setSigning.mutate({ botId, mustSign: event.currentTarget.checked })}
      />
      <Group>
        <Button variant="default" onClick={asking.open}>
          {t("webhooks.renew")}
        </Button>
      </Group>
      <ConfirmDialog
        isOpen={isAsking}
        title={t("webhooks.renewTitle")}
        consequence={t("webhooks.renewConsequence")}
        confirmLabel={t("webhooks.renew")}
        isBusy={renew.isPending}
        onConfirm={() => renew.mutate({ botId }, { onSettled: asking.close })}
        onCancel={asking.close}
      />
    </div>
  )
}
