"use client"

import Link from "next/link"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { hasPermission } from "#catalog/permissions.ts"
import type { PersonAtBot } from "#server/services/shared-flows/list-people.ts"
import { PersonChip } from "../editor/together/person-chip.tsx"
import { useCurrentOrganization } from "../shell/current-organization.tsx"
import { Icon } from "../ui/icon.tsx"
import { RowAct, RowLink, RowMenu } from "../ui/row-menu.tsx"
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
      <RowMenu label={t("menu", { name: bot.name })} width={170} className={styles.menu}>
        <RowAct icon="pencil" onAct={() => setDialog("rename")}>
          {t("rename")}
        </RowAct>
        <SourceItems botId={bot.id} />
        {hasPermission(organization.role, "recordings.read") && <TalkItems botId={bot.id} />}
        <SetupItems botId={bot.id} hasTables={hasPermission(organization.role, "tables.read")} />
        <RowAct icon="copy" isDisabled={isDuplicating} onAct={() => duplicate(bot)}>
          {t("duplicate")}
        </RowAct>
        <RowAct icon="download" onAct={() => exportBot(bot.id)}>
          {t("export")}
        </RowAct>
        {hasPermission(organization.role, "bots.delete") && (
          <RowAct icon="trash" isDanger onAct={() => setDialog("delete")}>
            {t("delete")}
          </RowAct>
        )}
      </RowMenu>
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
        <RowLink icon="table" href={`/bots/${botId}/tables`}>
          {t("tables.title")}
        </RowLink>
      )}
      <RowLink icon="settings" href={`/bots/${botId}/settings`}>
        {t("settings.title")}
      </RowLink>
    </>
  )
}

/** The places where one sees what the bot draws on. */
function SourceItems({ botId }: { botId: string }) {
  const { t } = useTranslation("bots")
  return (
    <>
      <RowLink icon="file-text" href={`/bots/${botId}/files`}>
        {t("files.title")}
      </RowLink>
      <RowLink icon="book" href={`/bots/${botId}/knowledge`}>
        {t("knowledge")}
      </RowLink>
      <RowLink icon="message-question" href={`/bots/${botId}/understanding`}>
        {t("understanding")}
      </RowLink>
      <RowLink icon="list-check" href={`/bots/${botId}/evaluation`}>
        {t("evaluation")}
      </RowLink>
    </>
  )
}

/** The places where one sees what people said to the bot. */
function TalkItems({ botId }: { botId: string }) {
  const { t } = useTranslation("bots")
  return (
    <>
      <RowLink icon="messages" href={`/bots/${botId}/conversations`}>
        {t("talks.title")}
      </RowLink>
      <RowLink icon="list-details" href={`/bots/${botId}/results`}>
        {t("results.title")}
      </RowLink>
    </>
  )
}
