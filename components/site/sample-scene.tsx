"use client"

import { useTranslation } from "react-i18next"
import { MessageBubble } from "../chat/message-bubble.tsx"
import { Icon } from "../ui/icon.tsx"
import styles from "./sample-scene.module.css"

/** The picture of the landing page: a small flow and the conversation it leads, drawn with the product's own parts. */
export function SampleScene() {
  const { t } = useTranslation("shell")
  return (
    <div className={styles.scene} role="img" aria-label={t("site.scene.label")}>
      <div className={styles.canvas} dir="ltr" inert>
        <SampleGroup area="welcome" title={t("site.scene.welcome")}>
          <SampleStep icon="message" family="say" text={t("site.scene.greet")} />
          <SampleStep icon="user" family="ask" text={t("site.scene.askName")} />
          <SampleStep
            icon="list-check"
            family="ask"
            text={t("site.scene.askTopic")}
            outlets={[t("site.scene.sales"), t("site.scene.support")]}
          />
        </SampleGroup>
        <svg
          className={styles.edges}
          viewBox="0 0 120 260"
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          <path d="M0 152 C60 152 50 62 120 62" />
          <path d="M0 184 C60 184 50 204 120 204" />
        </svg>
        <div className={styles.column}>
          <SampleGroup area="sales" title={t("site.scene.sales")}>
            <SampleStep icon="mail" family="ask" text={t("site.scene.askEmail")} />
          </SampleGroup>
          <SampleGroup area="support" title={t("site.scene.support")}>
            <SampleStep icon="headset" family="people" text={t("site.scene.handOver")} />
          </SampleGroup>
        </div>
      </div>
      <SampleChat />
    </div>
  )
}

interface SampleGroupProps {
  area: string
  title: string
  children: React.ReactNode
}

function SampleGroup({ area, title, children }: SampleGroupProps) {
  return (
    <div className={styles.group} data-area={area} dir="auto">
      <div className={styles.groupTitle}>{title}</div>
      {children}
    </div>
  )
}

interface SampleStepProps {
  icon: string
  family: string
  text: string
  outlets?: readonly string[]
}

function SampleStep({ icon, family, text, outlets = [] }: SampleStepProps) {
  return (
    <div className={styles.step} style={{ borderInlineStartColor: `var(--bw-family-${family})` }}>
      <div className={styles.stepLine}>
        <span style={{ color: `var(--bw-family-${family})` }}>
          <Icon name={icon} size={16} />
        </span>
        <span>{text}</span>
      </div>
      {outlets.map((outlet) => (
        <div key={outlet} className={styles.outlet}>
          {outlet}
          <i />
        </div>
      ))}
    </div>
  )
}

function SampleChat() {
  const { t } = useTranslation("shell")
  const lines = [
    { from: "bot", text: t("site.scene.greetText") },
    { from: "contact", text: t("site.scene.nameText") },
    { from: "bot", text: t("site.scene.topicText") },
    { from: "contact", text: t("site.scene.sales") },
    { from: "bot", text: t("site.scene.emailText") },
  ] as const
  return (
    <div className={styles.chat} inert>
      {lines.map(({ from, text }, index) => (
        <MessageBubble
          key={text}
          isFirstOfRun
          message={{ id: text, seq: index + 1, from, kind: "text", text, at: "" }}
        />
      ))}
    </div>
  )
}
