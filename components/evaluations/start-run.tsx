"use client"

import { Button, Select, Switch } from "@mantine/core"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useTRPC } from "../api/trpc.ts"
import { Panel } from "../ui/panel.tsx"
import type { ListedSet } from "./evaluation-shapes.ts"
import styles from "./evaluations.module.css"
import { useEvaluationActs } from "./use-evaluation-acts.ts"

const knowledge = "knowledge"
const live = "live"
const draft = "draft"

/** What is said of each; of a version of the bot it is "askBot". */
const asks: Readonly<Record<string, "askKnowledge" | "askDraft">> = {
  [knowledge]: "askKnowledge",
  [draft]: "askDraft",
}

/** Chooses what is asked: the documents alone, or a version of the bot, with a version of a prompt. */
export function StartRun({ botId, set }: { botId: string; set: ListedSet }) {
  const { t } = useTranslation("evaluations")
  const trpc = useTRPC()
  const versions = useQuery(trpc.bots.versions.queryOptions({ botId }))
  const prompts = useQuery(trpc.prompts.list.queryOptions({}))
  const [target, setTarget] = useState(knowledge)
  const [prompt, setPrompt] = useState(live)
  const [hasJudge, setJudge] = useState(false)
  const canJudge = useHasModels(botId)
  const { startRun } = useEvaluationActs()
  const targets = [
    { value: knowledge, label: t("knowledgeAlone") },
    { value: draft, label: t("draft") },
    ...(versions.data ?? []).map(({ id, number, isCurrent }) => ({
      ...{ value: id, label: t(isCurrent ? "versionLive" : "versionOther", { number }) },
    })),
  ]
  const tried = [
    { value: live, label: t("promptsLive") },
    ...(prompts.data ?? []).flatMap(({ id, name, versions: count }) =>
      Array.from({ length: count }, (_, at) => ({
        value: `${id}@${count - at}`,
        label: t("promptOf", { name, number: count - at }),
      })),
    ),
  ]
  const start = () => {
    const [promptId = "", number = ""] = prompt.split("@")
    startRun.mutate({
      ...{ botId, setId: set.id, hasJudge: canJudge && hasJudge },
      ...(target === draft && { draft: { name: t("draftName") } }),
      ...(target !== knowledge && target !== draft && { versionId: target }),
      ...(target !== knowledge &&
        prompt !== live && { prompt: { promptId, number: Number(number) } }),
    })
  }
  return (
    <Panel title={t("ask")} description={t(asks[target] ?? "askBot")}>
      <div className={styles.form}>
        <Select
          label={t("target")}
          data={targets}
          value={target}
          allowDeselect={false}
          onChange={(chosen) => setTarget(chosen ?? knowledge)}
        />
        {target !== knowledge && tried.length > 1 && (
          <Select
            label={t("prompt")}
            data={tried}
            value={prompt}
            allowDeselect={false}
            onChange={(chosen) => setPrompt(chosen ?? live)}
          />
        )}
        {canJudge && (
          <Switch
            label={t("judge")}
            description={t("judgeHint")}
            checked={hasJudge}
            onChange={(event) => setJudge(event.currentTarget.checked)}
          />
        )}
        <Button disabled={set.questions === 0} loading={startRun.isPending} onClick={start}>
          {t("start", { count: set.questions })}
        </Button>
      </div>
    </Panel>
  )
}

/** Whether the bot or its organization has an account with a provider. */
function useHasModels(botId: string): boolean {
  const trpc = useTRPC()
  const own = useQuery(trpc.models.list.queryOptions({ botId }))
  const shared = useQuery(trpc.models.list.queryOptions({}))
  return [own, shared].some(({ data }) => data !== undefined && data.accounts.length > 0)
}
