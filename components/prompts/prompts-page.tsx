"use client"

import { Button } from "@mantine/core"
import { useQuery } from "@tanstack/react-query"
import Link from "next/link"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { hasPermission } from "#catalog/permissions.ts"
import { QueryError } from "../api/query-error.tsx"
import { useTRPC } from "../api/trpc.ts"
import { PageTexts } from "../i18n/page-texts.tsx"
import { useCurrentOrganization } from "../shell/current-organization.tsx"
import { SettingsPage } from "../shell/settings-page.tsx"
import { EmptyState } from "../ui/empty-state.tsx"
import { Icon } from "../ui/icon.tsx"
import { RowSkeletons } from "../ui/skeletons.tsx"
import { TimeAgo } from "../ui/time-ago.tsx"
import { ToneBadge } from "../ui/tone-badge.tsx"
import { CreatePromptDialog } from "./create-prompt-dialog.tsx"
import styles from "./prompts.module.css"

/** The library: what bots of the organization tell a model. */
export function PromptsPage() {
  return (
    <PageTexts group="prompts">
      <Prompts />
    </PageTexts>
  )
}

function Prompts() {
  const { t } = useTranslation(["prompts", "common"])
  const { organization } = useCurrentOrganization()
  const canChange = hasPermission(organization.role, "prompts.update")
  const [isCreating, setCreating] = useState(false)
  const { data, error, refetch } = useQuery(useTRPC().prompts.list.queryOptions({}))
  const button = canChange && (
    <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setCreating(true)}>
      {t("new")}
    </Button>
  )
  return (
    <SettingsPage
      title={t("title")}
      description={t("description")}
      actions={data && data.length > 0 && button}
    >
      {error ? (
        <QueryError error={error} onRetry={refetch} />
      ) : !data ? (
        <RowSkeletons label={t("common:loading")} />
      ) : data.length === 0 ? (
        <EmptyState
          icon="message-2"
          title={t("empty")}
          text={t("emptyText", { hole: "{{name}}" })}
          action={button}
        />
      ) : (
        <ul className={styles.list} aria-label={t("title")}>
          {data.map(({ id, name, text, liveNumber, isCompared, updatedAt }) => (
            <li key={id} className={styles.row}>
              <div className={styles.words}>
                <Link href={`/settings/prompts/${id}`} className={styles.name}>
                  {name}
                </Link>
                <span className={styles.excerpt} dir="auto">
                  {text}
                </span>
                <span className={styles.quiet}>
                  {t("changed")} <TimeAgo at={updatedAt} />
                </span>
              </div>
              <div className={styles.marks}>
                {isCompared && <ToneBadge>{t("comparing")}</ToneBadge>}
                <ToneBadge tone="good">{t("versionLive", { number: liveNumber })}</ToneBadge>
              </div>
            </li>
          ))}
        </ul>
      )}
      {isCreating && <CreatePromptDialog onClose={() => setCreating(false)} />}
    </SettingsPage>
  )
}
