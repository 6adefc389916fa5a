"use client"

import { Button } from "@mantine/core"
import { useDisclosure } from "@mantine/hooks"
import { useMutation } from "@tanstack/react-query"
import { Trans, useTranslation } from "react-i18next"
import { chooseOrganization } from "../api/organization-choice.ts"
import { useTRPC } from "../api/trpc.ts"
import { useToasts } from "../api/use-toasts.ts"
import { useCurrentOrganization } from "../shell/current-organization.tsx"
import { ConfirmDialog } from "../ui/confirm-dialog.tsx"
import { Panel } from "../ui/panel.tsx"

/** Deleting takes everything with it, so the name is typed first. */
export function DeleteOrganizationPanel() {
  const { t } = useTranslation("shell")
  const { organization } = useCurrentOrganization()
  const [isOpen, dialog] = useDisclosure(false)
  const trpc = useTRPC()
  const { tellError } = useToasts()
  const remove = useMutation(
    trpc.orgs.delete.mutationOptions({
      onSuccess: () => {
        chooseOrganization(null)
        window.location.assign("/bots")
      },
      onError: tellError,
    }),
  )
  return (
    <Panel
      tone="danger"
      title={t("organization.delete")}
      description={t("organization.deleteText")}
      actions={
        <Button variant="default" c="var(--bw-danger-text)" onClick={dialog.open}>
          {t("organization.delete")}
        </Button>
      }
    >
      <ConfirmDialog
        isOpen={isOpen}
        title={t("organization.deleteTitle")}
        consequence={
          <Trans
            t={t}
            i18nKey="organization.deleteConsequence"
            values={{ name: organization.name }}
            components={{ b: <strong /> }}
          />
        }
        typed={{ label: t("organization.deleteTyped"), word: organization.name }}
        confirmLabel={t("organization.delete")}
        isBusy={remove.isPending}
        onConfirm={() => remove.mutate({ confirmName: organization.name })}
        onCancel={dialog.close}
      />
    </Panel>
  )
}
