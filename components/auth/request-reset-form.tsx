"use client"

import { Anchor, Button, TextInput } from "@mantine/core"
import { isEmail, useForm } from "@mantine/form"
import { useMutation } from "@tanstack/react-query"
import Link from "next/link"
import { useTranslation } from "react-i18next"
import { useTRPC } from "../api/trpc.ts"
import { useErrorWords } from "../api/use-error-words.ts"
import { AuthCard } from "./auth-frame.tsx"
import { FormFields } from "./form-fields.tsx"
import { FormProblem } from "./form-problem.tsx"

/** Asks for a link to set a new password; the answer is the same for addresses that have no account. */
export function RequestResetForm() {
  const { t } = useTranslation("auth")
  const trpc = useTRPC()
  const sayError = useErrorWords()
  const form = useForm({
    initialValues: { email: "" },
    validate: { email: isEmail(t("email.wrong")) },
  })
  const request = useMutation(trpc.account.requestReset.mutationOptions())
  const words = request.error && sayError(request.error)
  const back = (
    <Anchor component={Link} href="/sign-in" inherit>
      {t("reset.back")}
    </Anchor>
  )
  if (request.isSuccess)
    return (
      <AuthCard
        title={t("reset.sentTitle")}
        text={t("reset.sentText", { email: form.values.email })}
        footer={back}
      >
        {null}
      </AuthCard>
    )
  return (
    <AuthCard title={t("reset.requestTitle")} text={t("reset.requestText")} footer={back}>
      <form onSubmit={form.onSubmit((values) => request.mutate(values))} noValidate method="post">
        <FormFields>
          <TextInput
            label={t("email")}
            type="email"
            autoComplete="username"
            {...form.getInputProps("email")}
          />
          {words && <FormProblem title={words.title} text={words.text} />}
          <Button type="submit" loading={request.isPending} fullWidth>
            {t("reset.request")}
          </Button>
        </FormFields>
      </form>
    </AuthCard>
  )
}
