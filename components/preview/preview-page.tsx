"use client"

import { Button, PasswordInput } from "@mantine/core"
import { useMutation } from "@tanstack/react-query"
import { type FormEvent, useEffect, useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import { useTRPC } from "../api/trpc.ts"
import { useErrorWords } from "../api/use-error-words.ts"
import { BrandMark } from "../shell/brand.tsx"
import { Icon } from "../ui/icon.tsx"
import styles from "./preview.module.css"
import { PreviewChat } from "./preview-chat.tsx"

/** What a preview link shows: that it is a preview, its password where it has one, and the conversation. */
export function PreviewPage({ token }: { token: string }) {
  const { t } = useTranslation("chat")
  const say = useErrorWords()
  const open = useMutation(useTRPC().previews.open.mutationOptions())
  const hasAsked = useRef(false)
  const ask = open.mutate
  useEffect(() => {
    if (hasAsked.current) return
    hasAsked.current = true
    ask({ token })
  }, [ask, token])
  const opened = open.data
  const words = open.error ? say(open.error) : null
  const isLocked = opened?.isOpen === false || open.variables?.password !== undefined
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <BrandMark size={22} />
        <h1 className={styles.name} dir="auto">
          {opened?.isOpen ? opened.botName : t("preview.badge")}
        </h1>
        <span className={styles.badge}>{t("preview.badge")}</span>
      </header>
      <aside className={styles.notice}>
        <Icon name="eye" size={16} /> {t("preview.notice")}
      </aside>
      <main className={styles.main}>
        {opened?.isOpen ? (
          <PreviewChat token={token} pass={opened.pass} name={opened.botName} />
        ) : (
          <div className={styles.gate}>
            {words && (
              <div role="alert">
                <strong>{words.title}</strong>
                <p>{words.text}</p>
              </div>
            )}
            {isLocked && (
              <PasswordForm
                isBusy={open.isPending}
                onOpen={(password) => open.mutate({ token, password })}
              />
            )}
          </div>
        )}
      </main>
    </div>
  )
}

function PasswordForm({ isBusy, onOpen }: { isBusy: boolean; onOpen: (password: string) => void }) {
  const { t } = useTranslation("chat")
  const [password, setPassword] = useState("")
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onOpen(password)
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <p>{t("preview.locked")}</p>
      <PasswordInput
        label={t("preview.password")}
        value={password}
        autoComplete="off"
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Button type="submit" loading={isBusy} disabled={password === ""}>
        {t("preview.open")}
      </Button>
    </form>
  )
}
