"use client"

import { Button, Group } from "@mantine/core"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { inferRouterOutputs } from "@trpc/server"
import { useTranslation } from "react-i18next"
import { hasPermission } from "#catalog/permissions.ts"
import type { AppRouter } from "#server/trpc/router.ts"
import { useTRPC } from "../api/trpc.ts"
import { useToasts } from "../api/use-toasts.ts"
import { useCurrentOrganization } from "../shell/current-organization.tsx"
import styles from "./tasks.module.css"

type Approval = inferRouterOutputs<AppRouter>["approvals"]["list"][number]

/** What models want done and a person has to allow; nothing stands here while there is nothing. */
export function ApprovalList() {
  const { t } = useTranslation("people")
  const { organization } = useCurrentOrganization()
  const mayRead = hasPermission(organization.role, "approvals.read")
  const { data = [] } = useQuery({
    ...useTRPC().approvals.list.queryOptions({}),
    enabled: mayRead,
  })
  if (data.length === 0) return null
  return (
    <section className={styles.section} aria-label={t("approvals.title")}>
      <h2 className={styles.heading}>{t("approvals.title")}</h2>
      <ul className={styles.list}>
        {data.slice(0, 20).map((approval) => (
          <ApprovalRow key={approval.id} approval={approval} />
        ))}
      </ul>
    </section>
  )
}

function ApprovalRow({ approval }: { approval: Approval }) {
  const { t } = useTranslation("people")
  const { tool, botName, state, approver } = approval
  return (
    <li className={styles.approval}>
      <div className={styles.words}>
        <strong dir="auto">{t("approvals.wants", { bot: botName, tool })}</strong>
        <Inputs inputs={approval.inputs} />
        {approver !== "" && <p>{t("approvals.onlyBy", { approver })}</p>}
      </div>
      {state === "waiting" ? <Decision approval={approval} /> : <Outcome approval={approval} />}
    </li>
  )
}

/** What it would be done with: each value by its name. */
function Inputs({ inputs }: Pick<Approval, "inputs">) {
  const facts = typeof inputs === "object" && inputs !== null ? Object.entries(inputs) : []
  if (facts.length === 0) return null
  return (
    <dl className={styles.inputs}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt dir="auto">{name}</dt>
          <dd dir="auto">{typeof value === "string" ? value : JSON.stringify(value)}</dd>
        </div>
      ))}
    </dl>
  )
}

function Decision({ approval }: { approval: Approval }) {
  const { t } = useTranslation("people")
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { tellError } = useToasts()
  const decide = useMutation(
    trpc.approvals.decide.mutationOptions({
      onError: tellError,
      onSettled: () => queryClient.invalidateQueries(trpc.approvals.pathFilter()),
    }),
  )
  const say = (isApproved: boolean) => decide.mutate({ approvalId: approval.id, isApproved })
  return (
    <Group gap="xs" wrap="nowrap">
      <Button variant="default" disabled={decide.isPending} onClick={() => say(false)}>
        {t("approvals.decline")}
      </Button>
      <Button disabled={decide.isPending} onClick={() => say(true)}>
        {t("approvals.approve")}
      </Button>
    </Group>
  )
}

function Outcome({ approval: { state, decidedBy } }: { approval: Approval }) {
  const { t } = useTranslation("people")
  if (state === "waiting") return null
  return <span>{t(`approvals.${state}`, { who: decidedBy ?? "…" })}</span>
}
