"use client"

import { Button, Select } from "@mantine/core"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { hasPermission } from "#catalog/permissions.ts"
import { QueryError } from "../api/query-error.tsx"
import { useTRPC } from "../api/trpc.ts"
import { PageTexts } from "../i18n/page-texts.tsx"
import { useCurrentOrganization } from "../shell/current-organization.tsx"
import { PageHeader } from "../shell/page-header.tsx"
import { EmptyState } from "../ui/empty-state.tsx"
import { Icon } from "../ui/icon.tsx"
import { RowSkeletons } from "../ui/skeletons.tsx"
import { CreateSetDialog } from "./create-set-dialog.tsx"
import type { ListedSet } from "./evaluation-shapes.ts"
import styles from "./evaluations.module.css"
import { SetPanel } from "./set-panel.tsx"

/** Questions whose answers are known, and how well the bot does on them. */
export function EvaluationPage({ botId }: { botId: string }) {
  return (
    <PageTexts group="evaluations">
      <Evaluation botId={botId} />
    </PageTexts>
  )
}

/** How often a run that is under way is asked about. Units: ms. */
const lookAgainMs = 1_500
const isAtWork = ({ runs }: ListedSet) =>
  runs.some(({ state }) => state === "waiting" || state === "running")

function Evaluation({ botId }: { botId: string }) {
  const { t } = useTranslation(["evaluations", "bots", "common"])
  const { organization } = useCurrentOrganization()
  const canChange = hasPermission(organization.role, "evaluations.update")
  const [isCreating, setCreating] = useState(false)
  const [chosen, setChosen] = useState<string | null>(null)
  const trpc = useTRPC()
  const { data: bot } = useQuery(trpc.bots.get.queryOptions({ botId }))
  const { data, error, refetch } = useQuery({
    ...trpc.evaluations.list.queryOptions({ botId }),
    refetchInterval: ({ state }) => (state.data?.some(isAtWork) ? lookAgainMs : false),
  })
  const button = canChange && (
    <Button
      variant={data && data.length > 0 ? "default" : "filled"}
      leftSection={<Icon name="plus" size={16} />}
      onClick={() => setCreating(true)}
    >
      {t("new")}
    </Button>
  )
  const set = data?.find(({ id }) => id === chosen) ?? data?.[0]
  return (
    <section aria-label={t("title")} className={styles.page}>
      <PageHeader
        trail={[
          { label: t("bots:title"), href: "/bots" },
          { label: bot?.name ?? "…", href: `/bots/${botId}` },
        ]}
        title={t("title")}
        description={t("description")}
        actions={set && button}
      />
      {error ? (
        <QueryError error={error} onRetry={refetch} />
      ) : !data ? (
        <RowSkeletons label={t("common:loading")} />
      ) : set === undefined ? (
        <EmptyState icon="checklist" title={t("empty")} text={t("emptyText")} action={button} />
      ) : (
        <>
          {data.length > 1 && (
            <Select
              label={t("set")}
              data={data.map(({ id, name }) => ({ value: id, label: name }))}
              value={set.id}
              onChange={setChosen}
              allowDeselect={false}
              maw={360}
              mb="md"
            />
          )}
          <SetPanel key={set.id} botId={botId} set={set} canChange={canChange} />
        </>
      )}
      <CreateSetDialog
        botId={botId}
        isOpen={isCreating}
        onClose={() => setCreating(false)}
        onCreated={setChosen}
      />
    </section>
  )
}
