"use client"

import { ActionIcon, Menu } from "@mantine/core"
import Link from "next/link"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { hasPermission } from "#catalog/permissions.ts"
import type { PersonAtBot } from "#server/services/shared-flows/list-people.ts"
import { PersonChip } from "../editor/together/person-chip.tsx"
import { useCurrentOrganization } from "../shell/current-organization.tsx"
import { Icon } from "../ui/icon.tsx"
import { StatusDot } from "../ui/status-dot.tsx"
import { TimeAgo } from "../ui/time-ago.tsx"
import styles from "./bot-card.module.css"
import { type BotSummary, statusOf, statusTones } from "./bot-summary.ts"
import { DeleteBotDialog } from "./delete-bot-dialog.tsx"
import { RenameBotDialog } from "./rename-bot-dialog.tsx"
import { useDuplicateBot, useExportBot } from "./use-packages.ts"

/** One bot of the list; the whole card leads to its builder. */
export function BotCard({ bot, people }: { bot: BotSummary; people: readonly PersonAtBot[] }) {
  const { t } = useTranslation("bots")
  const status = statusOf(bot)
  return (
    <article className={styles.card}>
      <div className={styles.top}>
        <span className={styles.icon}>
          <Icon name="robot" size={20} />
        </span>
        <span className={styles.people}>
          {people.map(({ userId, name }) => (
            <span
              key={userId}
              role="img"
              aria-label={t("here", { name })}
              title={t("here", { name })}
            >
              <PersonChip name={name} userId={userId} />
            </span>
          ))}
        </span>
        <BotMenu bot={bot} />
      </div>
      <h2 className={styles.name}>
        <Link href={`/bots/${bot.id}`} className={styles.link}>
          {bot.name}
        </Link>
      </h2>
      <div className={styles.facts}>
        <StatusDot tone={statusTones[status]} label={t(`status.${status}`)} />
        <span className={styles.when}>
          <TimeAgo at={bot.updatedAt} />
        </span>
      </div>
    </article>
  )
}

function BotMenu({ bot }: { bot: BotSummary }) {
  const { t } = useTranslation("bots")
  const { organization } = useCurrentOrganization()
  const [dialog, setDialog] = useState<"rename" | "delete" | null>(null)
  const close = () => setDialog(null)
  const { duplicate, isPending: isDuplicating } = useDuplicateBot()
  const { exportBot } = useExportBot()
  if (!hasPermission(organization.role, "bots.update")) return null
  return (
    <>
      <Menu position="bottom-end" width={170}>
        <Menu.Target>
          <ActionIcon
            className={styles.menu}
            variant="subtle"
            color="gray"
            size={30}
            aria-label={t("menu", { name: bot.name })}
          >
            <Icon name="dots" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<Icon name="pencil" size={16} />}
            onClick={() => setDialog("rename")}
          >
            {t("rename")}
          </Menu.Item>
          <SourceItems botId={bot.id} />
          {hasPermission(organization.role, "recordings.read") && <TalkItems botId={bot.id} />}
          <SetupItems botId={bot.id} hasTables={hasPermission(organization.role, "tables.read")} />
          <Menu.Item
            leftSection={<Icon name="copy" size={16} />}
            onClick={() => duplicate(bot)}
            disabled={isDuplicating}
          >
            {t("duplicate")}
          </Menu.Item>
          <Menu.Item
            leftSection={<Icon name="download" size={16} />}
            onClick={() => exportBot(bot.id)}
          >
            {t("export")}
          </Menu.Item>
          {hasPermission(organization.role, "bots.delete") && (
            <Menu.Item
              color="red"
              leftSection={<Icon name="trash" size={16} />}
              onClick={() => setDialog("delete")}
            >
              {t("delete")}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <RenameBotDialog bot={bot} isOpen={dialog === "rename"} onClose={close} />
      <DeleteBotDialog bot={bot} isOpen={dialog === "delete"} onClose={close} />
    </>
  )
}

function SetupItems({ botId, hasTables }: { botId: string; hasTables: boolean }) {
  const { t } = useTranslation("bots")
  return (
    <>
      {hasTables && (
        <Menu.Item
          component={Link}
          href={`/bots/${botId}/tables`}
          leftSection={<Icon name="table" size={16} />}
        >
          {t("tables.title")}
        </Menu.Item>
      )}
      <Menu.Item
        component={Link}
        href={`/bots/${botId}/settings`}
        leftSection={<Icon name="settings" size={16} />}
      >
        {t("settings.title")}
      </Menu.Item>
    </>
  )
}

/** The places where one sees what the bot draws on. */
function SourceItems({ botId }: { botId: string }) {
  const { t } = useTranslation("bots")
  return (
    <>
      <Menu.Item
        component={Link}
        href={`/bots/${botId}/files`}
        leftSection={<Icon name="file-text" size={16} />}
      >
        {t("files.title")}
      </Menu.Item>
      <Menu.Item
        component={Link}
        href={`/bots/${botId}/knowledge`}
        leftSection={<Icon name="book" size={16} />}
      >
        {t("knowledge")}
      </Menu.Item>
      <Menu.Item
        component={Link}
        href={`/bots/${botId}/understanding`}
        leftSection={<Icon name="message-question" size={16} />}
      >
        {t("understanding")}
      </Menu.Item>
      <Menu.Item
        component={Link}
        href={`/bots/${botId}/evaluation`}
        leftSection={<Icon name="list-check" size={16} />}
      >
        {t("evaluation")}
      </Menu.Item>
    </>
  )
}

/** The places where one sees what people said to the bot. */
function TalkItems({ botId }: { botId: string }) {
  const { t } = useTranslation("bots")
  return (
    <>
      <Menu.Item
        component={Link}
        href={`/bots/${botId}/conversations`}
        leftSection={<Icon name="messages" size={16} />}
      >
        {t("talks.title")}
      </Menu.Item>
      <Menu.Item
        component={Link}
        href={`/bots/${botId}/results`}
        leftSection={<Icon name="list-details" size={16} />}
      >
        {t("results.title")}
      </Menu.Item>
    </>
  )
}
