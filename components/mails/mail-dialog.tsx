"use client"

import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { QueryError } from "../api/query-error.tsx"
import { useTRPC } from "../api/trpc.ts"
import { RichTextView } from "../chat/rich-text-view.tsx"
import { Dialog } from "../ui/dialog.tsx"
import { RowSkeletons } from "../ui/skeletons.tsx"
import { TimeAgo } from "../ui/time-ago.tsx"
import styles from "./mails.module.css"

interface MailDialogProps {
  /** Null: closed. */
  mailId: string | null
  onClose: () => void
}

/** One mail whole, with what went along. */
export function MailDialog({ mailId, onClose }: MailDialogProps) {
  const { t } = useTranslation("people")
  return (
    <Dialog opened={mailId !== null} onClose={onClose} title={t("mail.title")} size="lg">
      {mailId !== null && <Letter mailId={mailId} />}
    </Dialog>
  )
}

function Letter({ mailId }: { mailId: string }) {
  const { t } = useTranslation(["people", "common"])
  const trpc = useTRPC()
  const { data: mail, error, refetch } = useQuery(trpc.mails.get.queryOptions({ mailId }))
  if (error) return <QueryError error={error} onRetry={refetch} size="panel" />
  if (!mail) return <RowSkeletons label={t("common:loading")} count={3} />
  return (
    <article className={styles.letter}>
      <h3 dir="auto">{mail.subject}</h3>
      <p className={styles.facts}>
        <span>{t("mail.to", { to: mail.to })}</span>
        {mail.replyTo !== null && <span>{t("mail.replyTo", { to: mail.replyTo })}</span>}
        <span>{t("mail.by", { bot: mail.botName })}</span>
        <span className={styles.state} data-state={mail.state}>
          {t(`mail.state.${mail.state}`)}
        </span>
        <TimeAgo at={mail.createdAt} />
      </p>
      {mail.error !== null && <p className={styles.error}>{mail.error}</p>}
      <div className={styles.body} dir="auto">
        <RichTextView text={mail.body} />
      </div>
      {mail.attachments.length > 0 && <Attachments files={mail.attachments} />}
    </article>
  )
}

interface ShownFile {
  readonly name: string
  readonly type: string
  readonly sizeBytes: number
}

function Attachments({ files }: { files: readonly ShownFile[] }) {
  const { t, i18n } = useTranslation("people")
  const format = new Intl.NumberFormat(i18n.language, {
    ...{ style: "unit", unit: "kilobyte", maximumFractionDigits: 1 },
  })
  return (
    <section aria-label={t("mail.attachments")}>
      <h4>{t("mail.attachments")}</h4>
      <ul className={styles.files}>
        {files.map((file) => (
          <li key={file.name}>
            <span dir="auto">{file.name}</span> <span>{format.format(file.sizeBytes / 1000)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
