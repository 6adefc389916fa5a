"use client"

import { useTranslation } from "react-i18next"
import type { ChatState } from "#sdk/index.ts"
import { describeCode } from "../api/describe-error.ts"
import { BrandMark } from "../shell/brand.tsx"
import { ChatView, type Reply } from "./chat-view.tsx"
import styles from "./hosted-chat.module.css"
import { PassageReader } from "./passage-reader.ts"
import { useChat } from "./use-chat.ts"

interface HostedChatProps {
  /** The bot's public name, as in the address. */
  slug: string
  name: string
  /** It is not the bot everybody meets. */
  isStaging?: boolean
}

/** The chat of a published bot on a page of its own. */
export function HostedChat({ slug, name, isStaging = false }: HostedChatProps) {
  const { t } = useTranslation("chat")
  const { client, state, messages } = useChat(slug)
  const reply = (said: Reply) => {
    if ("text" in said) client?.send({ text: said.text })
    else client?.send({ choice: said.choice.value }, said.choice.label)
  }
  const isBeginning = state === null || (state.status === "connecting" && messages.length === 0)
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <BrandMark size={22} />
        <h1 className={styles.name}>{name}</h1>
        {isStaging && <span className={styles.staging}>{t("staging.notice")}</span>}
      </header>
      <main className={styles.chat}>
        <PassageReader value={client ? (id) => client.readPassage(id) : null}>
          <ChatView
            label={t("with", { name })}
            messages={messages}
            waiting={state?.waiting ?? (isBeginning ? { kind: "running" } : null)}
            isBusy={isBeginning || (state?.isTyping ?? false)}
            onReply={reply}
            onFile={(file) => void client?.sendFile(file)}
            upload={state?.upload ?? null}
            onRestart={() => client?.restart()}
            notice={state && <Connection state={state} onRetry={() => client?.retry()} />}
          />
        </PassageReader>
      </main>
    </div>
  )
}

function Connection({ state, onRetry }: { state: ChatState; onRetry: () => void }) {
  const { t } = useTranslation(["chat", "problems", "common"])
  const { t: tProblems } = useTranslation("problems")
  const hasFailed = state.pending.some((message) => message.hasFailed)
  const isFileRefused = state.error?.code.startsWith("file.") ?? false
  if (state.status !== "offline" && !hasFailed && !isFileRefused) return null
  const words = describeCode(state.error?.code ?? "network", tProblems)
  if (isFileRefused)
    return (
      <div className={styles.notice} role="alert">
        <span>{words.text}</span>
      </div>
    )
  return (
    <div className={styles.notice} role="alert">
      <span>{words.text}</span>
      <button type="button" onClick={onRetry}>
        {t("common:tryAgain")}
      </button>
    </div>
  )
}
