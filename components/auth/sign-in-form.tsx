"use client"

import { Anchor, Button, PasswordInput, TextInput } from "@mantine/core"
import { isEmail, isNotEmpty, useForm } from "@mantine/form"
import Link from "next/link"
import { useSearchParams } from "next/navigation"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { describeCode } from "../api/describe-error.ts"
import { safePath } from "../api/safe-path.ts"
import { signIn, signInCode } from "../api/sign-in.ts"
import { AuthCard } from "./auth-frame.tsx"
import { FormFields } from "./form-fields.tsx"
import { FormProblem } from "./form-problem.tsx"

export function SignInForm() {
  const { t } = useTranslation("auth")
  const params = useSearchParams()
  const next = params.get("next")
  const [problem, setProblem] = useState(params.get("error"))
  const [isBusy, setBusy] = useState(false)
  const form = useForm({
    mode: "uncontrolled",
    initialValues: { email: "", password: "" },
    validate: { email: isEmail(t("email.wrong")), password: isNotEmpty(t("password.missing")) },
  })
  const submit = form.onSubmit(async ({ email, password }) => {
    setBusy(true)
    setProblem(null)
    const answer = await signIn(email.trim(), password)
    if (answer.ok) return window.location.assign(safePath(next))
    setProblem(answer.code)
    setBusy(false)
  })
  return (
    <AuthCard title={t("signIn.title")} text={t("signIn.text")} footer={<SignUpLink next={next} />}>
      <form onSubmit={submit} noValidate method="post">
        <FormFields>
          <TextInput
            label={t("email")}
            type="email"
            autoComplete="username"
            key={form.key("email")}
            {...form.getInputProps("email")}
          />
          <div>
            <PasswordInput
              label={t("password")}
              autoComplete="current-password"
              visibilityToggleButtonProps={{ "aria-label": t("password.show"), tabIndex: 0 }}
              key={form.key("password")}
              {...form.getInputProps("password")}
            />
            <Anchor component={Link} href="/reset" size="sm" mt={6} display="inline-block">
              {t("signIn.forgot")}
            </Anchor>
          </div>
          {problem !== null && <SignInProblem code={signInCode(problem)} />}
          <Button type="submit" loading={isBusy} fullWidth>
            {t("signIn.submit")}
          </Button>
        </FormFields>
      </form>
    </AuthCard>
  )
}

function SignInProblem({ code }: { code: string }) {
  const { t } = useTranslation("problems")
  const words = describeCode(code, t)
  return <FormProblem title={words.title} text={words.text} />
}

function SignUpLink({ next }: { next: string | null }) {
  const { t } = useTranslation("auth")
  const href = next ? `/sign-up?next=${encodeURIComponent(safePath(next))}` : "/sign-up"
  return (
    <>
      {t("signIn.noAccount")}{" "}
      <Anchor component={Link} href={href} inherit fw={550}>
        {t("signUp.link")}
      </Anchor>
    </>
  )
}
