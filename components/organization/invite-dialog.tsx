"use client"

import { Button, Group, Select, Stack, TextInput } from "@mantine/core"
import { isEmail, useForm } from "@mantine/form"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { canGrant, type Role, roles } from "#catalog/permissions.ts"
import { useTRPC } from "../api/trpc.ts"
import { useErrorWords } from "../api/use-error-words.ts"
import { FormProblem } from "../auth/form-problem.tsx"
import { useCurrentOrganization } from "../shell/current-organization.tsx"
import { CopyField } from "../ui/copy-field.tsx"
import { Dialog } from "../ui/dialog.tsx"
import { FormActions } from "../ui/form-actions.tsx"

interface InviteDialogProps {
  isOpen: boolean
  onClose: () => void
}

/** Makes a link that lets one person join; whoever invites hands it over. */
export function InviteDialog({ isOpen, onClose }: InviteDialogProps) {
  const { t } = useTranslation("shell")
  return (
    <Dialog opened={isOpen} onClose={onClose} title={t("members.invite")}>
      <InviteForm onClose={onClose} />
    </Dialog>
  )
}

function InviteForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(["shell", "auth", "common"])
  const { organization } = useCurrentOrganization()
  const trpc = useTRPC()
  const sayError = useErrorWords()
  const queryClient = useQueryClient()
  const form = useForm<{ email: string; role: Role }>({
    initialValues: { email: "", role: "builder" },
    validate: { email: isEmail(t("auth:email.wrong")) },
  })
  const invite = useMutation(
    trpc.orgs.invite.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.orgs.members.queryFilter()),
    }),
  )
  if (invite.data)
    return <InviteLink url={invite.data.link} email={form.values.email} onClose={onClose} />
  const words = invite.error && sayError(invite.error)
  const grantable = roles.filter((role) => canGrant(organization.role, role))
  return (
    <form onSubmit={form.onSubmit((values) => invite.mutate(values))} noValidate>
      <Stack>
        <TextInput
          label={t("auth:email")}
          type="email"
          autoComplete="off"
          data-autofocus
          {...form.getInputProps("email")}
        />
        <Select
          label={t("members.role")}
          description={t(`role.${form.values.role}Text`)}
          data={grantable.map((role) => ({ value: role, label: t(`role.${role}`) }))}
          {...form.getInputProps("role")}
        />
        {words && <FormProblem title={words.title} text={words.text} />}
        <FormActions label={t("members.makeLink")} isBusy={invite.isPending} onCancel={onClose} />
      </Stack>
    </form>
  )
}

function InviteLink({ url, email, onClose }: { url: string; email: string; onClose: () => void }) {
  const { t } = useTranslation(["shell", "common"])
  return (
    <Stack>
      <CopyField
        label={t("members.link")}
        description={t("members.linkText", { email })}
        value={url}
        copyLabel={t("common:copy")}
        copiedLabel={t("common:copied")}
      />
      <Group justify="flex-end">
        <Button onClick={onClose}>{t("common:done")}</Button>
      </Group>
    </Stack>
  )
}
