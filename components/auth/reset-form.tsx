"use client"

import { Anchor, Button } from "@mantine/core"
import { hasLength, useForm } from "@mantine/form"
import { useMutation } from "@tanstack/react-query"
import Link from "next/link"
import { useTranslation } from "react-i18next"
import { limits } from "#catalog/limits.ts"
import { useTRPC } from "../api/trpc.ts"
import { useErrorWords } from "../api/use-error-words.ts"
import { AuthCard } from "./auth-frame.tsx"
import { FormFields } from "./form-fields.tsx"
import { FormProblem } from "./form-problem.tsx"
import { PasswordField } from "./password-field.tsx"

/** Sets a new password with the one-time link of a mail or of the command line. */
export function ResetForm({ token }: { token: string }) {
  const { t } = useTranslation("auth")
  const trpc = useTRPC()
  const sayError = useErrorWords()
  const form = useForm({
    initialValues: { password: "" },
    validate: { password: hasLength({ min: limits.passwordMinChars }, t("password.tooShort")) },
  })
  const reset = useMutation(trpc.account.resetPassword.mutationOptions())
  const words = reset.error && sayError(reset.error)
  if (reset.isSuccess)
    return (
      <AuthCard title={t("reset.doneTitle")} text={t("reset.doneText")}>
        <Button component={Link} href="/sign-in" fullWidth>
          {t("signIn.submit")}
        </Button>
      </AuthCard>
    )
  return (
    <AuthCard
      title={t("reset.title")}
      text={t("reset.text")}
      footer={
        <Anchor component={Link} href="/sign-in" inherit>
          {t("reset.back")}
        </Anchor>
      }
    >
      <form
        onSubmit={form.onSubmit(({ password }) => reset.mutate({ token, newPassword: password }))}
        noValidate
        method="post"
      >
        <FormFields>
          <PasswordField
            label={t("password.new")}
            {...form.getInputProps("password")}
            value={form.values.password}
          />
          {words && <FormProblem title={words.title} text={words.text} />}
          <Button type="submit" loading={reset.isPending} fullWidth>
            {t("reset.submit")}
          </Button>
        </FormFields>
      </form>
    </AuthCard>
  )
}
