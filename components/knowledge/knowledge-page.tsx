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
import { BasePanel } from "./base-panel.tsx"
import { CreateBaseDialog } from "./create-base-dialog.tsx"
import styles from "./knowledge.module.css"
import { SearchPanel } from "./search-panel.tsx"

/** What a bot knows: its documents and sites on one side, trying it on the other. */
export function KnowledgePage({ botId }: { botId: string }) {
  return (
    <PageTexts group="knowledge">
      <Knowledge botId={botId} />
    </PageTexts>
  )
}

function Knowledge({ botId }: { botId: string }) {
  const { t } = useTranslation(["knowledge", "bots"])
  const { organization } = useCurrentOrganization()
  const canChange = hasPermission(organization.role, "knowledge.update")
  const [isCreating, setCreating] = useState(false)
  const { data: bot } = useQuery(useTRPC().bots.get.queryOptions({ botId }))
  const button = canChange && (
    <Button
      variant="default"
      leftSection={<Icon name="plus" size={16} />}
      onClick={() => setCreating(true)}
    >
      {t("newBase")}
    </Button>
  )
  return (
    <>
      <PageHeader
        trail={[
          { label: t("bots:title"), href: "/bots" },
          { label: bot?.name ?? "…", href: `/bots/${botId}` },
        ]}
        title={t("title")}
        description={t("description")}
        actions={button}
      />
      <Bases botId={botId} canChange={canChange} onCreate={() => setCreating(true)} />
      <CreateBaseDialog botId={botId} isOpen={isCreating} onClose={() => setCreating(false)} />
    </>
  )
}

interface BasesProps {
  botId: string
  canChange: boolean
  onCreate: () => void
}

function Bases({ botId, canChange, onCreate }: BasesProps) {
  const { t } = useTranslation(["knowledge", "common"])
  const [chosen, setChosen] = useState<string | null>(null)
  const { data, error, refetch } = useQuery(useTRPC().knowledge.bases.queryOptions({ botId }))
  if (error) return <QueryError error={error} onRetry={refetch} />
  if (!data) return <RowSkeletons label={t("common:loading")} />
  const base = data.find(({ id }) => id === chosen) ?? data.at(-1)
  if (!base)
    return (
      <EmptyState
        icon="book"
        title={t("emptyTitle")}
        text={t("emptyText")}
        {...(canChange && { action: <Button onClick={onCreate}>{t("newBase")}</Button> })}
      />
    )
  return (
    <div className={styles.sides}>
      <div className={styles.side}>
        {data.length > 1 && (
          <Select
            label={t("base")}
            data={data.map(({ id, name }) => ({ value: id, label: name }))}
            value={base.id}
            onChange={setChosen}
            allowDeselect={false}
            mb="md"
          />
        )}
        <BasePanel key={base.id} botId={botId} base={base} canChange={canChange} />
      </div>
      <SearchPanel key={`search-${base.id}`} botId={botId} base={base.name} />
    </div>
  )
}
