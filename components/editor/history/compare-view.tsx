"use client"

import { NativeSelect, Tabs } from "@mantine/core"
import { Suspense, useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import { compareFlows, type FlowChange, type StepChange, type StoredFlow } from "#basic"
import type { HistoryEntry } from "#server/services/versions/load.ts"
import { QueryError } from "../../api/query-error.tsx"
import { lazyPart } from "../../ui/lazy-part.ts"
import { BehaviourDiff } from "./behaviour-diff.tsx"
import { CanvasDiff } from "./canvas-diff.tsx"
import { ChangeList } from "./change-list.tsx"
import { useEntryTitle } from "./entry-title.ts"
import { findLine } from "./find-line.ts"
import styles from "./history.module.css"
import { type Ref, useFlowsOf } from "./use-history.ts"

const SourceDiff = lazyPart(async () => ({
  default: (await import("./source-diff.tsx")).SourceDiff,
}))

interface CompareViewProps {
  readonly botId: string
  readonly entries: readonly HistoryEntry[]
  readonly before: Ref
  readonly after: Ref
  readonly isNarrow: boolean
  readonly onCompare: (before: Ref, after: Ref) => void
}

/** Any two states of the bot beside each other: what changed, its text, its picture, and what it says. */
export function CompareView(props: CompareViewProps) {
  const { botId, entries, before, after, isNarrow, onCompare } = props
  const { t } = useTranslation("history")
  const old = useFlowsOf(botId, before)
  const fresh = useFlowsOf(botId, after)
  const error = old.error ?? fresh.error
  return (
    <div className={styles.compare}>
      <div className={styles.choice}>
        <RefSelect
          label={t("before")}
          entries={entries}
          value={before}
          onChange={(ref) => onCompare(ref, after)}
        />
        <RefSelect
          label={t("after")}
          entries={entries}
          value={after}
          onChange={(ref) => onCompare(before, ref)}
        />
      </div>
      {error ? (
        <QueryError
          error={error}
          onRetry={() => {
            void old.refetch()
            void fresh.refetch()
          }}
        />
      ) : old.flows === null || fresh.flows === null ? (
        <p className={styles.quiet} role="status">
          {t("loading")}
        </p>
      ) : (
        <Views botId={botId} before={old.flows} after={fresh.flows} isNarrow={isNarrow} />
      )}
    </div>
  )
}

function RefSelect({
  label,
  entries,
  value,
  onChange,
}: {
  label: string
  entries: readonly HistoryEntry[]
  value: Ref
  onChange: (ref: Ref) => void
}) {
  const { t } = useTranslation("history")
  const titleOf = useEntryTitle()
  const data = [
    { value: "draft", label: t("draft") },
    ...entries.map((entry) => ({ value: entry.ref, label: titleOf(entry) })),
  ]
  return (
    <NativeSelect
      size="xs"
      label={label}
      data={data}
      value={value}
      onChange={(event) => {
        const chosen = event.currentTarget.value
        onChange(entries.find(({ ref }) => ref === chosen)?.ref ?? "draft")
      }}
    />
  )
}

interface Looked {
  readonly flow: string
  readonly stepId: string | null
}

/** The views look at one flow, and at one step once it was chosen among the changes. */
function Views({
  botId,
  before,
  after,
  isNarrow,
}: {
  botId: string
  before: readonly StoredFlow[]
  after: readonly StoredFlow[]
  isNarrow: boolean
}) {
  const { t } = useTranslation("history")
  const changes = useMemo(() => compareFlows(before, after), [before, after])
  const first = changes.find(({ kind }) => kind !== "same") ?? changes[0]
  const [looked, setLooked] = useState<Looked | null>(null)
  const [tab, setTab] = useState<string | null>("changes")
  const change = changes.find(({ name }) => name === looked?.flow) ?? first
  if (change === undefined) return null
  const show = (flow: string, step: StepChange) => {
    setLooked({ flow, stepId: step.id })
    if (tab === "changes") setTab("source")
  }
  return (
    <Tabs value={tab} onChange={setTab} keepMounted={false} className={styles.views ?? ""}>
      <div className={styles.viewHead}>
        <Tabs.List className={styles.viewTabs ?? ""}>
          <Tabs.Tab value="changes">{t("tab.changes")}</Tabs.Tab>
          <Tabs.Tab value="source">{t("tab.source")}</Tabs.Tab>
          <Tabs.Tab value="canvas">{t("tab.canvas")}</Tabs.Tab>
          <Tabs.Tab value="behaviour">{t("tab.behaviour")}</Tabs.Tab>
        </Tabs.List>
        {changes.length > 1 && (tab === "source" || tab === "canvas") && (
          <NativeSelect
            size="xs"
            aria-label={t("flow")}
            data={changes.map(({ name }) => name)}
            value={change.name}
            onChange={(event) => setLooked({ flow: event.currentTarget.value, stepId: null })}
          />
        )}
      </div>
      <Tabs.Panel value="changes" className={styles.view ?? ""}>
        <ChangeList changes={changes} onShow={show} />
      </Tabs.Panel>
      <Tabs.Panel value="behaviour" className={styles.view ?? ""}>
        <BehaviourDiff botId={botId} before={before} after={after} />
      </Tabs.Panel>
      {(tab === "source" || tab === "canvas") && (
        <Sides
          tab={tab}
          {...{ before, after, change, isNarrow }}
          stepId={looked?.flow === change.name ? looked.stepId : null}
        />
      )}
    </Tabs>
  )
}

function Sides({
  tab,
  before,
  after,
  change,
  isNarrow,
  stepId,
}: {
  tab: "source" | "canvas"
  before: readonly StoredFlow[]
  after: readonly StoredFlow[]
  change: FlowChange
  isNarrow: boolean
  stepId: string | null
}) {
  const { t } = useTranslation("history")
  const find = (flows: readonly StoredFlow[]) =>
    flows.find(({ name }) => name.toLowerCase() === change.name.toLowerCase()) ?? null
  const [old, fresh] = [find(before), find(after)]
  const line = useMemo(() => (stepId ? findLine(fresh ?? old, stepId) : null), [fresh, old, stepId])
  return (
    <Tabs.Panel value={tab} className={styles.view ?? ""}>
      {tab === "canvas" ? (
        <CanvasDiff before={old} after={fresh} change={change} stepId={stepId} />
      ) : (
        <Suspense fallback={<p className={styles.quiet}>{t("loading")}</p>}>
          <SourceDiff
            before={old?.source ?? ""}
            after={fresh?.source ?? ""}
            isNarrow={isNarrow}
            line={line}
          />
        </Suspense>
      )}
    </Tabs.Panel>
  )
}
