"use client"

import { NavLink } from "@mantine/core"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { hasPermission } from "#catalog/permissions.ts"
import { QueryError } from "../api/query-error.tsx"
import { useTRPC } from "../api/trpc.ts"
import { useCurrentOrganization } from "../shell/current-organization.tsx"
import { PageHeader } from "../shell/page-header.tsx"
import { EmptyState } from "../ui/empty-state.tsx"
import { Icon } from "../ui/icon.tsx"
import { RowSkeletons } from "../ui/skeletons.tsx"
import styles from "./bot-tables.module.css"
import { TableView } from "./table-view.tsx"

/** The tables of a bot: what its scripts keep in rows. */
export function BotTables({ botId }: { botId: string }) {
  const { t } = useTranslation("bots")
  const { data: bot } = useQuery(useTRPC().bots.get.queryOptions({ botId }))
  return (
    <section aria-label={t("tables.title")}>
      <PageHeader
        trail={[
          { label: t("title"), href: "/bots" },
          { label: bot?.name ?? "…", href: `/bots/${botId}` },
        ]}
        title={t("tables.title")}
        description={t("tables.description")}
      />
      <Tables botId={botId} />
    </section>
  )
}

function Tables({ botId }: { botId: string }) {
  const { t } = useTranslation(["bots", "common"])
  const { organization } = useCurrentOrganization()
  const [chosen, setChosen] = useState<string | null>(null)
  const { data, error, refetch } = useQuery(useTRPC().tables.list.queryOptions({ botId }))
  if (error) return <QueryError error={error} onRetry={refetch} />
  if (!data) return <RowSkeletons label={t("common:loading")} />
  const table = data.find(({ name }) => name === chosen) ?? data[0]
  if (table === undefined)
    return <EmptyState icon="table" title={t("tables.empty.title")} text={t("tables.empty.text")} />
  return (
    <div className={styles.layout}>
      <nav className={styles.names} aria-label={t("tables.title")}>
        {data.map(({ name, rowCount }) => (
          <NavLink
            key={name}
            component="button"
            type="button"
            active={name === table.name}
            aria-current={name === table.name ? "true" : undefined}
            leftSection={<Icon name="table" size={18} />}
            label={<span className={styles.name}>{name}</span>}
            description={t("tables.count", { count: rowCount })}
            onClick={() => setChosen(name)}
          />
        ))}
      </nav>
      <TableView
        key={table.name}
        botId={botId}
        table={table.name}
        canChange={hasPermission(organization.role, "tables.update")}
      />
    </div>
  )
}
