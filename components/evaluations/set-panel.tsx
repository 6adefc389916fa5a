"use client"

import { Tabs } from "@mantine/core"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { ListedSet } from "./evaluation-shapes.ts"
import styles from "./evaluations.module.css"
import { QuestionsPanel } from "./questions-panel.tsx"
import { RunView } from "./run-view.tsx"
import { RunsPanel } from "./runs-panel.tsx"

interface SetPanelProps {
  botId: string
  set: ListedSet
  canChange: boolean
}

/** One set: its questions, and its runs or one of them. */
export function SetPanel({ botId, set, canChange }: SetPanelProps) {
  const { t } = useTranslation("evaluations")
  const [tab, setTab] = useState(set.questions === 0 ? "questions" : "runs")
  const [runId, setRunId] = useState<string | null>(null)
  return (
    <Tabs value={tab} onChange={(chosen) => setTab(chosen ?? "runs")} keepMounted={false}>
      <Tabs.List className={styles.tabs}>
        <Tabs.Tab value="questions">{t("tab.questions", { count: set.questions })}</Tabs.Tab>
        <Tabs.Tab value="runs">{t("tab.runs")}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="questions" pt="md">
        <QuestionsPanel botId={botId} set={set} canChange={canChange} />
      </Tabs.Panel>
      <Tabs.Panel value="runs" pt="md">
        {runId === null ? (
          <RunsPanel botId={botId} set={set} canChange={canChange} onOpen={setRunId} />
        ) : (
          <RunView botId={botId} set={set} runId={runId} onClose={() => setRunId(null)} />
        )}
      </Tabs.Panel>
    </Tabs>
  )
}
