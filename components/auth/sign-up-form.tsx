"use client"

import { Anchor, Button, TextInput } from "@mantine/core"
import { hasLength, isEmail, useForm } from "@mantine/form"
import { useMutation } from "@tanstack/react-query"
import Link from "next/link"
import { useSearchParams } from "next/navigation"
import { useTranslation } from "react-i18next"
import { limits } from "#catalog/limits.ts"
import { safePath } from "../api/safe-path.ts"
import { signIn } from "../api/sign-in.ts"
import { useTRPC } from "../api/trpc.ts"
import { useErrorWords } from "../api/use-error-words.ts"
import { AuthCard } from "./auth-frame.tsx"
import { FormFields } from "./form-fields.tsx"
import { FormProblem } from "./form-problem.tsx"
import { PasswordField } from "./password-field.tsx"

/** Makes an account and signs it in; `onDone` follows when the person was not on the way elsewhere. */
export function SignUpForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation("auth")
  const next = useSearchParams().get("next")
  const trpc = useTRPC()
  const sayError = useErrorWords()
  const form = useForm({
    initialValues: { name: "", email: "", password: "" },
    validate: {
      name: hasLength({ min: 1, max: limits.nameChars }, t("name.missing")),
      email: isEmail(t("email.wrong")),
      password: hasLength({ min: limits.passwordMinChars }, t("password.tooShort")),
    },
  })
  const signUp = useMutation(
    trpc.account.signUp.mutationOptions({
      onSuccess: async (_, { email, password }) => {
        const { ok } = await signIn(email, password)
        if (!ok) window.location.assign("/sign-in")
        else if (next) window.location.assign(safePath(next))
        else onDone()
      },
    }),
  )
  const words = signUp.error && sayError(signUp.error)
  return (
    <AuthCard title={t("signUp.title")} text={t("signUp.text")} footer={<SignInLink next={next} />}>
      <form onSubmit={form.onSubmit((values) => signUp.mutate(values))} noValidate method="post">
        <FormFields>
          <TextInput label={t("name")} autoComplete="name" {...form.getInputProps("name")} />
          <TextInput
            label={t("email")}
            type="email"
            autoComplete="username"
            {...form.getInputProps("email")}
          />
          <PasswordField
            label={t("password")}
            personal={[form.values.name, form.values.email]}
            {...form.getInputProps("password")}
            value={form.values.password}
          />
          {words && <FormProblem title={words.title} text={words.text} />}
          <Button type="submit" loading={signUp.isPending} fullWidth>
            {t("signUp.submit")}
          </Button>
        </FormFields>
      </form>
    </AuthCard>
  )
}

function SignInLink({ next }: { next: string | null }) {
  const { t } = useTranslation("auth")
  const href = next ? `/sign-in?next=${encodeURIComponent(safePath(next))}` : "/sign-in"
  return (
    <>
      {t("signUp.haveAccount")}{" "}
      <Anchor component={Link} href={href} inherit fw={550}>
        {t("signIn.link")}
      </Anchor>
    </>
  )
}
