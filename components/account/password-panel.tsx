"use client"

import { Button, PasswordInput, Stack } from "@mantine/core"
import { hasLength, isNotEmpty, useForm } from "@mantine/form"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { limits } from "#catalog/limits.ts"
import { useTRPC } from "../api/trpc.ts"
import { useToasts } from "../api/use-toasts.ts"
import { PasswordField } from "../auth/password-field.tsx"
import { Panel } from "../ui/panel.tsx"

/** Changing the password ends every other session. */
export function PasswordPanel() {
  const { t } = useTranslation("auth")
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { tellDone, tellError } = useToasts()
  const person = useQuery(trpc.account.me.queryOptions()).data?.user
  const form = useForm({
    initialValues: { currentPassword: "", newPassword: "" },
    validate: {
      currentPassword: isNotEmpty(t("password.missing")),
      newPassword: hasLength({ min: limits.passwordMinChars }, t("password.tooShort")),
    },
  })
  const change = useMutation(
    trpc.account.changePassword.mutationOptions({
      onSuccess: () => {
        form.reset()
        queryClient.invalidateQueries(trpc.account.sessions.queryFilter())
        tellDone(t("password.changed"))
      },
      onError: tellError,
    }),
  )
  return (
    <Panel title={t("password.change")} description={t("password.changeText")}>
      <form onSubmit={form.onSubmit((values) => change.mutate(values))} noValidate>
        <Stack maw={360}>
          <input
            type="hidden"
            name="username"
            autoComplete="username"
            value={person?.email ?? ""}
            readOnly
          />
          <PasswordInput
            label={t("password.current")}
            autoComplete="current-password"
            visibilityToggleButtonProps={{ "aria-label": t("password.show"), tabIndex: 0 }}
            {...form.getInputProps("currentPassword")}
          />
          <PasswordField
            label={t("password.new")}
            personal={[person?.name ?? "", person?.email ?? ""]}
            {...form.getInputProps("newPassword")}
            value={form.values.newPassword}
          />
          <div>
            <Button type="submit" loading={change.isPending}>
              {t("password.change")}
            </Button>
          </div>
        </Stack>
      </form>
    </Panel>
  )
}
