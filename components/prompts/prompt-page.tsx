"use client"

import { Tabs } from "@mantine/core"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { hasPermission } from "#catalog/permissions.ts"
import { QueryError } from "../api/query-error.tsx"
import { useTRPC } from "../api/trpc.ts"
import { PageTexts } from "../i18n/page-texts.tsx"
import { useCurrentOrganization } from "../shell/current-organization.tsx"
import { PageHeader } from "../shell/page-header.tsx"
import { RowSkeletons } from "../ui/skeletons.tsx"
import { ComparisonPanel } from "./comparison-panel.tsx"
import { FiguresPanel } from "./figures-panel.tsx"
import { PromptActions } from "./prompt-actions.tsx"
import type { Version } from "./prompt-shapes.ts"
import styles from "./prompts.module.css"
import { TextPanel } from "./text-panel.tsx"
import { VersionsPanel } from "./versions-panel.tsx"

const tabs = ["text", "versions", "comparison", "figures"] as const

/** One prompt: its text, what it said before, two versions side by side, and how they do. */
export function PromptPage({ promptId }: { promptId: string }) {
  return (
    <PageTexts group="prompts">
      <OnePrompt promptId={promptId} />
    </PageTexts>
  )
}

function OnePrompt({ promptId }: { promptId: string }) {
  const { t } = useTranslation(["prompts", "common", "shell"])
  const { organization } = useCurrentOrganization()
  const canChange = hasPermission(organization.role, "prompts.update")
  const [tab, setTab] = useState<string>("text")
  const [from, setFrom] = useState<Version | null>(null)
  const { data, error, refetch } = useQuery(useTRPC().prompts.get.queryOptions({ promptId }))
  if (error) return <QueryError error={error} onRetry={refetch} />
  if (!data) return <RowSkeletons label={t("common:loading")} />
  const edit = (version: Version) => {
    setFrom(version)
    setTab("text")
  }
  const live = data.versions.find(({ number }) => number === data.liveNumber)
  const shown = from ?? live ?? data.versions[0]
  return (
    <div className={styles.page}>
      <PageHeader
        trail={[
          { label: t("shell:nav.settings") },
          { label: t("title"), href: "/settings/prompts" },
        ]}
        title={data.name}
        description={t("versionLive", { number: data.liveNumber })}
        actions={canChange && <PromptActions prompt={data} />}
      />
      <Tabs value={tab} onChange={(chosen) => setTab(chosen ?? "text")} keepMounted={false}>
        <Tabs.List className={styles.tabs}>
          {tabs.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`tab.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="text" pt="md">
          {shown && (
            <TextPanel
              key={`${shown.number}/${data.versions.length}`}
              prompt={data}
              version={shown}
              canChange={canChange}
              onSaved={() => setFrom(null)}
            />
          )}
        </Tabs.Panel>
        <Tabs.Panel value="versions" pt="md">
          <VersionsPanel prompt={data} canChange={canChange} onEdit={edit} />
        </Tabs.Panel>
        <Tabs.Panel value="comparison" pt="md">
          <ComparisonPanel prompt={data} canChange={canChange} />
        </Tabs.Panel>
        <Tabs.Panel value="figures" pt="md">
          <FiguresPanel prompt={data} canChange={canChange} />
        </Tabs.Panel>
      </Tabs>
    </div>
  )
}
