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

/** A way out of an organization; its last owner is told to hand it over first. */
export function LeavePanel() {
  const { t } = useTranslation("shell")
  const { organization } = useCurrentOrganization()
  const [isOpen, dialog] = useDisclosure(false)
  const trpc = useTRPC()
  const { tellError } = useToasts()
  const leave = useMutation(
    trpc.orgs.leave.mutationOptions({
      onSuccess: () => {
        chooseOrganization(null)
        window.location.assign("/bots")
      },
      onError: (error) => {
        dialog.close()
        tellError(error)
      },
    }),
  )
  return (
    <Panel
      title={t("organization.leave")}
      description={t("organization.leaveText")}
      actions={
        <Button variant="default" onClick={dialog.open}>
          {t("organization.leave")}
        </Button>
      }
    >
      <ConfirmDialog
        isOpen={isOpen}
        title={t("organization.leaveTitle")}
        consequence={
          <Trans
            t={t}
            i18nKey="organization.leaveConsequence"
            values={{ name: organization.name }}
            components={{ b: <strong /> }}
          />
        }
        confirmLabel={t("organization.leave")}
        isBusy={leave.isPending}
        onConfirm={() => leave.mutate()}
        onCancel={dialog.close}
      />
    </Panel>
  )
}
