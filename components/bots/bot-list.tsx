"use client"

import { Button, Group } from "@mantine/core"
import { useDisclosure } from "@mantine/hooks"
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { hasPermission } from "#catalog/permissions.ts"
import { QueryError } from "../api/query-error.tsx"
import { useTRPC } from "../api/trpc.ts"
import { useCurrentOrganization } from "../shell/current-organization.tsx"
import { PageHeader } from "../shell/page-header.tsx"
import { EmptyState } from "../ui/empty-state.tsx"
import { Icon } from "../ui/icon.tsx"
import { CardSkeletons } from "../ui/skeletons.tsx"
import { BotCard } from "./bot-card.tsx"
import styles from "./bot-list.module.css"
import { BotsBin } from "./bots-bin.tsx"
import { CreateBotDialog } from "./create-bot-dialog.tsx"
import { ImportBotDialog } from "./import-bot-dialog.tsx"

/** Who comes and goes is asked so often. */
const lookAgainMs = 15_000

/** The bots of the current organization. */
export function BotList() {
  const { t } = useTranslation("bots")
  const { organization } = useCurrentOrganization()
  const [isCreating, creating] = useDisclosure(false)
  const hasBots = (useQuery(useTRPC().bots.list.queryOptions()).data?.length ?? 0) > 0
  const canCreate = hasPermission(organization.role, "bots.create")
  const [isImporting, importing] = useDisclosure(false)
  const button = canCreate && (
    <Group gap="xs" justify="center">
      <Button
        variant="default"
        leftSection={<Icon name="cloud-upload" size={16} />}
        onClick={importing.open}
      >
        {t("import.open")}
      </Button>
      <Button leftSection={<Icon name="plus" size={16} />} onClick={creating.open}>
        {t("create")}
      </Button>
    </Group>
  )
  return (
    <>
      <PageHeader
        trail={[]}
        title={t("title")}
        description={t("description")}
        actions={
          <Group gap="xs">
            {hasPermission(organization.role, "bots.delete") && <BotsBin />}
            {hasBots && button}
          </Group>
        }
      />
      <Bots emptyAction={button} />
      <CreateBotDialog isOpen={isCreating} onClose={creating.close} />
      <ImportBotDialog isOpen={isImporting} onClose={importing.close} />
    </>
  )
}

function Bots({ emptyAction }: { emptyAction: React.ReactNode }) {
  const { t } = useTranslation(["bots", "common"])
  const trpc = useTRPC()
  const { data: bots, error, refetch } = useQuery(trpc.bots.list.queryOptions())
  const people = useQuery({
    ...trpc.bots.people.queryOptions(),
    refetchInterval: lookAgainMs,
  })
  if (error) return <QueryError error={error} onRetry={refetch} />
  if (!bots) return <CardSkeletons label={t("common:loading")} />
  if (bots.length === 0)
    return (
      <EmptyState
        icon="robot"
        title={t("empty.title")}
        text={t("empty.text")}
        action={emptyAction}
      />
    )
  return (
    <ul className={styles.grid}>
      {bots.map((bot) => (
        <li key={bot.id}>
          <BotCard bot={bot} people={(people.data ?? []).filter(({ botId }) => botId === bot.id)} />
        </li>
      ))}
    </ul>
  )
}
