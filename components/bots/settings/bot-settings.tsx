"use client"

import { Button } from "@mantine/core"
import { useQuery } from "@tanstack/react-query"
import Link from "next/link"
import { useTranslation } from "react-i18next"
import { hasPermission } from "#catalog/permissions.ts"
import { QueryError } from "../../api/query-error.tsx"
import { useTRPC } from "../../api/trpc.ts"
import { useCurrentOrganization } from "../../shell/current-organization.tsx"
import { PageHeader } from "../../shell/page-header.tsx"
import styles from "../../shell/settings-page.module.css"
import { RowSkeletons } from "../../ui/skeletons.tsx"
import { BotNamePanel } from "./bot-name-panel.tsx"
import { ClockPanel } from "./clock-panel.tsx"
import { OriginsPanel } from "./origins-panel.tsx"
import { SchedulesPanel } from "./schedules-panel.tsx"
import { TextsPanel } from "./texts-panel.tsx"
import { ValuesPanel } from "./values-panel.tsx"
import { WebhooksPanel } from "./webhooks-panel.tsx"

/** What a bot goes by besides its flow: names, clock, sites, addresses, values, times. */
export function BotSettings({ botId }: { botId: string }) {
  const { t } = useTranslation(["bots", "common"])
  const trpc = useTRPC()
  const { organization } = useCurrentOrganization()
  const canChange = hasPermission(organization.role, "bots.update")
  const bot = useQuery(trpc.bots.get.queryOptions({ botId }))
  const settings = useQuery(trpc.settings.get.queryOptions({ botId }))
  const problem = bot.error ?? settings.error
  const retry = () => {
    bot.refetch()
    settings.refetch()
  }
  return (
    <div className={styles.page}>
      <PageHeader
        trail={[
          { label: t("title"), href: "/bots" },
          { label: bot.data?.name ?? "…", href: `/bots/${botId}` },
        ]}
        title={t("settings.title")}
        description={t("settings.description")}
        actions={
          <Button component={Link} href={`/bots/${botId}/models`} variant="default">
            {t("models.title")}
          </Button>
        }
      />
      {problem ? (
        <QueryError error={problem} onRetry={retry} />
      ) : !bot.data || !settings.data ? (
        <RowSkeletons label={t("common:loading")} />
      ) : (
        <div className={styles.panels}>
          <BotNamePanel key={bot.data.name} bot={bot.data} canChange={canChange} />
          <ClockPanel botId={botId} settings={settings.data} canChange={canChange} />
          <TextsPanel botId={botId} canChange={canChange} />
          <SchedulesPanel botId={botId} timeZone={settings.data.timeZone} canChange={canChange} />
          {canChange && <WebhooksPanel botId={botId} />}
          <OriginsPanel bot={bot.data} canChange={canChange} />
          <ValuesPanel botId={botId} values={settings.data.values} canChange={canChange} />
        </div>
      )}
    </div>
  )
}
