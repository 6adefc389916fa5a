"use client"

import { Select } from "@mantine/core"
import { useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import { type HearInput, openPreview, type PreviewEvent } from "#basic"
import type { ChatMessage } from "#catalog/messages.ts"
import type { Template } from "#server/services/bots/load-template.ts"
import { ChatView } from "../chat/chat-view.tsx"
import { compileFlows } from "../editor/compile-document.ts"
import { nameLanguage } from "../editor/language-names.ts"
import { Icon } from "../ui/icon.tsx"
import { IconButton } from "../ui/icon-button.tsx"
import styles from "./starters.module.css"

/** The starter's conversation, run in this browser: nothing it does reaches anybody. */
export function TrialChat({ template }: { template: Template }) {
  const { t, i18n } = useTranslation("bots")
  const { languages } = template
  const [language, setLanguage] = useState(() =>
    languages.includes(i18n.language) ? i18n.language : (languages[0] ?? "en"),
  )
  const [said, setSaid] = useState<readonly HearInput[]>([])
  const bundle = useMemo(() => compileFlows(template.scripts), [template])
  const preview = useMemo(() => {
    const opened = openPreview(bundle, { language, nowMs: Date.now() })
    opened.start()
    for (const input of said) opened.send(input)
    return opened
  }, [bundle, language, said])
  const say = (input: HearInput) => setSaid((before) => [...before, input])
  return (
    <div className={styles.chat}>
      <div className={styles.chatHead}>
        <Select
          size="xs"
          aria-label={t("starters.language")}
          data={languages.map((tag) => ({ value: tag, label: nameLanguage(tag, i18n.language) }))}
          value={language}
          allowDeselect={false}
          onChange={(value) => {
            if (value === null) return
            setLanguage(value)
            setSaid([])
          }}
        />
        <IconButton label={t("starters.restart")} size={28} onClick={() => setSaid([])}>
          <Icon name="refresh" size={16} />
        </IconButton>
      </div>
      <ChatView
        label={t("starters.try")}
        messages={toMessages(preview.events)}
        waiting={preview.waiting}
        isBusy={false}
        onReply={(reply) => say("text" in reply ? reply : { choice: reply.choice.value })}
        onRestart={() => setSaid([])}
      />
    </div>
  )
}

function toMessages(events: readonly PreviewEvent[]): ChatMessage[] {
  return events.flatMap((event, index): ChatMessage[] => {
    if (event.kind !== "bot" && event.kind !== "you") return []
    const base = { id: String(index), seq: index + 1, text: event.text, at: "" }
    if (event.kind === "you") return [{ ...base, from: "contact", kind: "text" }]
    const choices = event.choices ? { choices: event.choices } : {}
    return [{ ...base, from: "bot", kind: "text", ...choices }]
  })
}
