"use client"

import { Tabs } from "@mantine/core"
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { hasPermission } from "#catalog/permissions.ts"
import { QueryError } from "../api/query-error.tsx"
import { useTRPC } from "../api/trpc.ts"
import { PageTexts } from "../i18n/page-texts.tsx"
import { useCurrentOrganization } from "../shell/current-organization.tsx"
import { PageHeader } from "../shell/page-header.tsx"
import { RowSkeletons } from "../ui/skeletons.tsx"
import { EntitiesPanel } from "./entities-panel.tsx"
import { IntentsPanel } from "./intents-panel.tsx"
import { MissedPanel } from "./missed-panel.tsx"
import { TestsPanel } from "./tests-panel.tsx"
import { TransferButtons } from "./transfer-buttons.tsx"
import { TryPanel } from "./try-panel.tsx"
import styles from "./understanding.module.css"

/** What a bot understands: teaching it on one side, trying it on the other. */
export function UnderstandingPage({ botId }: { botId: string }) {
  return (
    <PageTexts group="understanding">
      <Understanding botId={botId} />
    </PageTexts>
  )
}

function Understanding({ botId }: { botId: string }) {
  const { t } = useTranslation(["understanding", "bots"])
  const { organization } = useCurrentOrganization()
  const canChange = hasPermission(organization.role, "understanding.update")
  const trpc = useTRPC()
  const { data: bot } = useQuery(trpc.bots.get.queryOptions({ botId }))
  return (
    <section aria-label={t("title")}>
      <PageHeader
        trail={[
          { label: t("bots:title"), href: "/bots" },
          { label: bot?.name ?? "…", href: `/bots/${botId}` },
        ]}
        title={t("title")}
        description={t("description")}
        actions={<TransferButtons botId={botId} canChange={canChange} />}
      />
      <div className={styles.sides}>
        <Parts botId={botId} canChange={canChange} />
        <TryPanel botId={botId} />
      </div>
    </section>
  )
}

function Parts({ botId, canChange }: { botId: string; canChange: boolean }) {
  const { t } = useTranslation(["understanding", "common"])
  const { organization } = useCurrentOrganization()
  const options = useTRPC().understanding.list.queryOptions({ botId })
  const { data, error, refetch } = useQuery(options)
  if (error) return <QueryError error={error} onRetry={refetch} />
  if (!data) return <RowSkeletons label={t("common:loading")} />
  const shared = { botId, canChange, intents: data.intents }
  const sees = hasPermission(organization.role, "recordings.read")
  return (
    <Tabs defaultValue="intents" keepMounted={false} className={styles.side ?? ""}>
      <Tabs.List className={styles.tabs ?? ""}>
        <Tabs.Tab value="intents">{t("tab.intents")}</Tabs.Tab>
        <Tabs.Tab value="entities">{t("tab.entities")}</Tabs.Tab>
        <Tabs.Tab value="tests">{t("tab.tests")}</Tabs.Tab>
        {sees && <Tabs.Tab value="missed">{t("tab.missed")}</Tabs.Tab>}
      </Tabs.List>
      <Tabs.Panel value="intents">
        <IntentsPanel {...shared} />
      </Tabs.Panel>
      <Tabs.Panel value="entities">
        <EntitiesPanel botId={botId} canChange={canChange} entities={data.entities} />
      </Tabs.Panel>
      <Tabs.Panel value="tests">
        <TestsPanel {...shared} />
      </Tabs.Panel>
      {sees && (
        <Tabs.Panel value="missed">
          <MissedPanel {...shared} />
        </Tabs.Panel>
      )}
    </Tabs>
  )
}
