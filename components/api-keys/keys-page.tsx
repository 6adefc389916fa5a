"use client"

import { Anchor, Button } from "@mantine/core"
import { useDisclosure } from "@mantine/hooks"
import { useQuery } from "@tanstack/react-query"
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
import { CreateKeyDialog } from "./create-key-dialog.tsx"
import { KeyRow } from "./key-row.tsx"
import styles from "./keys.module.css"

/** The keys by which programs work on the organization's bots. */
export function KeysPage() {
  return (
    <PageTexts group="keys">
      <Keys />
    </PageTexts>
  )
}

function Keys() {
  const { t } = useTranslation(["keys", "common"])
  const { organization } = useCurrentOrganization()
  const [isOpen, dialog] = useDisclosure(false)
  const { data, error, refetch } = useQuery(useTRPC().apiKeys.list.queryOptions({}))
  const button = hasPermission(organization.role, "keys.update") && (
    <Button leftSection={<Icon name="plus" size={16} />} onClick={dialog.open}>
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
        <EmptyState icon="key" title={t("empty")} text={t("emptyText")} action={button} />
      ) : (
        <ul className={styles.list} aria-label={t("title")}>
          {data.map((each) => (
            <KeyRow key={each.id} apiKey={each} />
          ))}
        </ul>
      )}
      <Anchor href="/docs/guides/developers" size="sm">
        {t("guide")}
      </Anchor>
      <CreateKeyDialog isOpen={isOpen} onClose={dialog.close} />
    </SettingsPage>
  )
}
