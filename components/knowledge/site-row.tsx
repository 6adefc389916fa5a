"use client"

import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { describeCode } from "../api/describe-error.ts"
import { useTRPC } from "../api/trpc.ts"
import { useToasts } from "../api/use-toasts.ts"
import { ConfirmDialog } from "../ui/confirm-dialog.tsx"
import { Icon } from "../ui/icon.tsx"
import { RowAct, RowMenu } from "../ui/row-menu.tsx"
import styles from "./knowledge.module.css"

interface SiteRowProps {
  botId: string
  baseId: string
  canChange: boolean
  site: {
    readonly id: string
    readonly url: string
    readonly state: "waiting" | "reading" | "ready" | "failed"
    readonly problem: string | null
    readonly pages: number
  }
}

/** One web site, with how many of its pages are read. */
export function SiteRow({ botId, baseId, canChange, site }: SiteRowProps) {
  const { t } = useTranslation("knowledge")
  const { t: tProblems } = useTranslation("problems")
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { tellError } = useToasts()
  const [isAsking, setAsking] = useState(false)
  const done = {
    onSuccess: () =>
      queryClient.invalidateQueries(trpc.knowledge.documents.queryFilter({ botId, baseId })),
    onError: tellError,
  }
  const refresh = useMutation(trpc.knowledge.refreshSite.mutationOptions(done))
  const remove = useMutation(trpc.knowledge.deleteSite.mutationOptions(done))
  const state = t(`state.${site.state}`)
  return (
    <li className={styles.row}>
      <Icon name="world" size={20} />
      <div className={styles.main}>
        <span className={styles.name}>{site.url}</span>
        <p className={styles.facts}>
          <span data-state={site.state} className={styles.state}>
            {t("siteState", { state, number: site.pages })}
          </span>
        </p>
        {site.problem !== null && (
          <p className={styles.problem}>{describeCode(site.problem, tProblems).text}</p>
        )}
      </div>
      {canChange && (
        <RowMenu label={t("more", { name: site.url })}>
          <RowAct icon="refresh" onAct={() => refresh.mutate({ botId, siteId: site.id })}>
            {t("retry")}
          </RowAct>
          <RowAct icon="trash" isDanger onAct={() => setAsking(true)}>
            {t("delete")}
          </RowAct>
        </RowMenu>
      )}
      <ConfirmDialog
        isOpen={isAsking}
        title={t("deleteSiteTitle")}
        consequence={t("deleteSiteText", { name: site.url })}
        confirmLabel={t("delete")}
        isBusy={remove.isPending}
        onConfirm={() => remove.mutate({ botId, siteId: site.id })}
        onCancel={() => setAsking(false)}
      />
    </li>
  )
}
