"use client"

import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { QueryError } from "../api/query-error.tsx"
import { useTRPC } from "../api/trpc.ts"
import { PageHeader } from "../shell/page-header.tsx"
import { EmptyState } from "../ui/empty-state.tsx"
import { Icon } from "../ui/icon.tsx"
import { RowSkeletons } from "../ui/skeletons.tsx"
import { TimeAgo } from "../ui/time-ago.tsx"
import { MailDialog } from "./mail-dialog.tsx"
import styles from "./mails.module.css"

/** What the bots of the organization sent by mail, for its admins. */
export function MailList() {
  const { t } = useTranslation("people")
  const [openId, setOpenId] = useState<string | null>(null)
  return (
    <>
      <PageHeader trail={[]} title={t("mail.title")} description={t("mail.description")} />
      <Mails onOpen={setOpenId} />
      <MailDialog mailId={openId} onClose={() => setOpenId(null)} />
    </>
  )
}

function Mails({ onOpen }: { onOpen: (id: string) => void }) {
  const { t } = useTranslation(["people", "common"])
  const trpc = useTRPC()
  const { data, error, refetch } = useQuery(trpc.mails.list.queryOptions({}))
  if (error) return <QueryError error={error} onRetry={refetch} />
  if (!data) return <RowSkeletons label={t("common:loading")} />
  const { mails, way } = data
  const note = way === "outbox" ? t("mail.wayOutbox") : t("mail.wayServer", { host: way })
  return (
    <>
      <p className={styles.way}>{note}</p>
      {mails.length === 0 ? (
        <EmptyState icon="mail" title={t("mail.empty.title")} text={t("mail.empty.text")} />
      ) : (
        <ul className={styles.list}>
          {mails.map((mail) => (
            <li key={mail.id}>
              <MailRow mail={mail} onOpen={() => onOpen(mail.id)} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

interface ShownMail {
  readonly to: string
  readonly subject: string
  readonly state: "draft" | "due" | "sending" | "sent" | "failed"
  readonly attachments: number
  readonly createdAt: string
}

function MailRow({ mail, onOpen }: { mail: ShownMail; onOpen: () => void }) {
  const { t } = useTranslation("people")
  return (
    <button type="button" className={styles.row} onClick={onOpen}>
      <span className={styles.words}>
        <strong dir="auto">{mail.subject}</strong>
        <span dir="auto">{t("mail.to", { to: mail.to })}</span>
      </span>
      {mail.attachments > 0 && (
        <span role="img" aria-label={t("mail.hasAttachments")}>
          <Icon name="link" size={16} />
        </span>
      )}
      <span className={styles.state} data-state={mail.state}>
        {t(`mail.state.${mail.state}`)}
      </span>
      <TimeAgo at={mail.createdAt} />
    </button>
  )
}
