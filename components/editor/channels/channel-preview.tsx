"use client"

import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { StepForm } from "#basic"
import type { Channel } from "#catalog/channels/define.ts"
import { type Degraded, degrade, type SentPart } from "#catalog/channels/degrade.ts"
import { channels } from "#catalog/channels/index.ts"
import { RichTextView } from "../../chat/rich-text-view.tsx"
import { Icon } from "../../ui/icon.tsx"
import styles from "./channel-preview.module.css"
import { messageOfStep } from "./message-of-step.ts"
import { useLossWords } from "./use-loss-words.ts"

/** What the step looks like on each channel, and what the channel will do differently. */
export function ChannelPreview({ form }: { form: StepForm }) {
  const { t } = useTranslation("builder")
  const [shownId, show] = useState(channels[0]?.id ?? "")
  const message = messageOfStep(form)
  if (message === null) return null
  const seen = channels.map((channel) => ({ channel, result: degrade(message, channel) }))
  const shown = seen.find(({ channel }) => channel.id === shownId)
  return (
    <section className={styles.preview} aria-label={t("channels.title")}>
      <h3 className={styles.title}>
        <Icon name="phone" size={16} />
        {t("channels.title")}
      </h3>
      <div className={styles.choices} role="radiogroup" aria-label={t("channels.which")}>
        {seen.map(({ channel, result }) => (
          <ChannelChoice
            key={channel.id}
            channel={channel}
            isShown={channel.id === shownId}
            losses={result.losses.length}
            onShow={() => show(channel.id)}
          />
        ))}
      </div>
      {shown && <Shown channel={shown.channel} result={shown.result} />}
    </section>
  )
}

function useChannelName(): (channel: Channel) => string {
  const { t } = useTranslation("builder")
  return ({ id, label }) =>
    id === "web" ? t("channels.web") : id === "email" ? t("channels.email") : label
}

interface ChannelChoiceProps {
  readonly channel: Channel
  readonly isShown: boolean
  readonly losses: number
  readonly onShow: () => void
}

function ChannelChoice({ channel, isShown, losses, onShow }: ChannelChoiceProps) {
  const { t } = useTranslation("builder")
  const name = useChannelName()(channel)
  const label = losses === 0 ? name : t("channels.differs", { channel: name, count: losses })
  return (
    <label className={styles.choice} title={label} data-losses={losses > 0 || undefined}>
      <input type="radio" name="channel" checked={isShown} aria-label={label} onChange={onShow} />
      <Icon name={channel.icon} size={17} />
    </label>
  )
}

function Shown({ channel, result }: { channel: Channel; result: Degraded }) {
  const { t, i18n } = useTranslation("builder")
  const say = useLossWords()
  const name = useChannelName()(channel)
  const { facts } = channel
  const readOn =
    facts && new Date(facts.readOn).toLocaleDateString(i18n.language, { dateStyle: "medium" })
  return (
    <div aria-live="polite">
      <div className={styles.screen} data-channel={channel.id}>
        {result.parts.map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of one message have no names, only an order
          <Part key={index} part={part} />
        ))}
      </div>
      {result.losses.length === 0 ? (
        <p className={styles.fine}>{t("channels.asWritten", { channel: name })}</p>
      ) : (
        <ul className={styles.losses}>
          {result.losses.map((loss) => {
            const words = say(loss)
            return <li key={words}>{words}</li>
          })}
        </ul>
      )}
      {facts && (
        <p className={styles.facts}>
          <a href={facts.source} target="_blank" rel="noopener noreferrer">
            {t("channels.facts", { channel: name, date: readOn })}
          </a>
        </p>
      )}
    </div>
  )
}

function Part({ part }: { part: SentPart }) {
  const { t } = useTranslation("builder")
  const { file } = part
  return (
    <div className={styles.message} dir="auto">
      <div className={styles.bubble}>
        {file && (
          <span className={styles.file}>
            <Icon name="file-text" size={16} />
            {file.name}
          </span>
        )}
        {part.markdown !== "" && <RichTextView text={part.markdown} />}
      </div>
      {part.buttons && (
        <ul className={styles.buttons}>
          {part.buttons.map((label) => (
            <li key={label}>{label}</li>
          ))}
        </ul>
      )}
      {part.rows && (
        <details className={styles.rows}>
          <summary>
            <Icon name="list" size={15} />
            {t("channels.choose")}
          </summary>
          <ul>
            {part.rows.map((label) => (
              <li key={label}>{label}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
