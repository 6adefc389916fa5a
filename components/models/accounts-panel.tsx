"use client"

import { Badge, Button } from "@mantine/core"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useTRPC } from "../api/trpc.ts"
import { useToasts } from "../api/use-toasts.ts"
import styles from "../bots/settings/settings.module.css"
import { EmptyState } from "../ui/empty-state.tsx"
import { Panel } from "../ui/panel.tsx"
import { AccountDialog } from "./account-dialog.tsx"
import type { ModelAccount, ModelPlace, ModelSettings } from "./model-shapes.ts"

interface AccountsPanelProps {
  place: ModelPlace
  models: ModelSettings
  canChange: boolean
}

/** The accounts in the order they are asked. */
export function AccountsPanel({ place, models, canChange }: AccountsPanelProps) {
  const { t } = useTranslation("bots")
  const [edited, setEdited] = useState<ModelAccount | "new" | null>(null)
  const { accounts, providers } = models
  return (
    <Panel
      title={t("models.accounts")}
      description={t("models.accountsText")}
      isFlush
      actions={canChange && <Button onClick={() => setEdited("new")}>{t("models.add")}</Button>}
    >
      {accounts.length === 0 && (
        <EmptyState
          icon="sparkles"
          title={t("models.empty")}
          text={t("models.emptyText")}
          size="panel"
        />
      )}
      <ul className={styles.list}>
        {accounts.map((account, index) => (
          <AccountRow
            key={account.id}
            account={account}
            label={providers.find(({ id }) => id === account.provider)?.label ?? account.provider}
            isFirst={index === 0}
            {...(canChange && { onEdit: () => setEdited(account) })}
          />
        ))}
      </ul>
      {edited !== null && (
        <AccountDialog
          place={place}
          providers={providers}
          account={edited === "new" ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </Panel>
  )
}

interface AccountRowProps {
  account: ModelAccount
  label: string
  isFirst: boolean
  /** Left out for whoever may only look. */
  onEdit?: () => void
}

function AccountRow({ account, label, isFirst, onEdit }: AccountRowProps) {
  const { t } = useTranslation("bots")
  const { putFirst, remove, test } = useAccountActs()
  const input = { accountId: account.id }
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <strong>{label}</strong>
        <span className={styles.quiet}>
          {account.models.default} · {account.url}
        </span>
      </div>
      <Badge variant="light" tt="none" color={account.isActive ? undefined : "gray"}>
        {account.isActive
          ? t(account.hasKey ? "models.keyStored" : "models.keyNone")
          : t("models.off")}
      </Badge>
      {onEdit && (
        <div className={styles.acts}>
          {!isFirst && (
            <Button size="xs" variant="default" onClick={() => putFirst.mutate(input)}>
              {t("models.first")}
            </Button>
          )}
          <Button
            size="xs"
            variant="default"
            loading={test.isPending}
            onClick={() => test.mutate(input)}
          >
            {t("models.test")}
          </Button>
          <Button size="xs" variant="default" onClick={onEdit}>
            {t("models.edit")}
          </Button>
          <Button size="xs" variant="default" onClick={() => remove.mutate(input)}>
            {t("models.remove")}
          </Button>
        </div>
      )}
    </li>
  )
}

function useAccountActs() {
  const { t } = useTranslation(["bots", "common"])
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { tellDone, tellError } = useToasts()
  const onError = tellError
  const onSuccess = () => {
    queryClient.invalidateQueries(trpc.models.pathFilter())
    tellDone(t("common:saved"))
  }
  return {
    putFirst: useMutation(trpc.models.putFirst.mutationOptions({ onSuccess, onError })),
    remove: useMutation(trpc.models.deleteAccount.mutationOptions({ onSuccess, onError })),
    test: useMutation(
      trpc.models.testAccount.mutationOptions({
        onSuccess: ({ isAnswered, problem, ms }) =>
          tellDone(isAnswered ? t("models.testOk", { ms }) : problem),
        onError,
      }),
    ),
  }
}
