"use client"

import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { hasPermission } from "#catalog/permissions.ts"
import { QueryError } from "../api/query-error.tsx"
import { useTRPC } from "../api/trpc.ts"
import { useCurrentOrganization } from "../shell/current-organization.tsx"
import { PageHeader } from "../shell/page-header.tsx"
import styles from "../shell/settings-page.module.css"
import { RowSkeletons } from "../ui/skeletons.tsx"
import { AccountsPanel } from "./accounts-panel.tsx"
import { BudgetsPanel } from "./budgets-panel.tsx"
import { ServicesPanel } from "./services-panel.tsx"
import { SpentPanel } from "./spent-panel.tsx"

/** Whom an organization, or one of its bots, asks for answers, and what that may cost. */
export function ModelsPage({ botId }: { botId?: string }) {
  const { t } = useTranslation(["bots", "common", "shell"])
  const trpc = useTRPC()
  const { organization } = useCurrentOrganization()
  const canChange = hasPermission(organization.role, "models.update")
  const place = botId === undefined ? {} : { botId }
  const models = useQuery(trpc.models.list.queryOptions(place))
  const bot = useQuery({
    ...trpc.bots.get.queryOptions({ botId: botId ?? "" }),
    enabled: botId !== undefined,
  })
  const trail = [
    { label: t("title"), href: "/bots" },
    { label: bot.data?.name ?? "…", href: `/bots/${botId}` },
  ]
  const words = t("models.description")
  return (
    <div className={styles.page}>
      <PageHeader
        trail={botId === undefined ? [{ label: t("shell:nav.settings") }] : trail}
        title={t("models.title")}
        description={botId === undefined ? words : `${words} ${t("models.forBot")}`}
      />
      {models.error ? (
        <QueryError error={models.error} onRetry={() => models.refetch()} />
      ) : !models.data ? (
        <RowSkeletons label={t("common:loading")} />
      ) : (
        <div className={styles.panels}>
          <AccountsPanel place={place} models={models.data} canChange={canChange} />
          <BudgetsPanel place={place} budgets={models.data.budgets} canChange={canChange} />
          {botId !== undefined && (
            <ServicesPanel
              botId={botId}
              canChange={hasPermission(organization.role, "bots.update")}
            />
          )}
          <SpentPanel spent={models.data.spent} />
        </div>
      )}
    </div>
  )
}
