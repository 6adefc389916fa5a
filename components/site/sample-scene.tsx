"use client"

import { type ReactNode, useRef } from "react"
import { useTranslation } from "react-i18next"
import { MessageBubble } from "../chat/message-bubble.tsx"
import { Icon } from "../ui/icon.tsx"
import styles from "./sample-scene.module.css"
import { useSceneEdges } from "./use-scene-edges.ts"

/** The picture of the landing page: a small flow and the conversation it leads, drawn with the product's own parts. */
export function SampleScene() {
  const { t } = useTranslation("shell")
  const canvas = useRef<HTMLDivElement>(null)
  const edges = useSceneEdges(canvas)
  return (
    <div className={styles.scene} role="img" aria-label={t("site.scene.label")}>
      <div className={styles.canvas} dir="ltr" inert ref={canvas}>
        <svg className={styles.edges} aria-hidden="true">
          {edges.map((path) => (
            <path key={path} d={path} />
          ))}
        </svg>
        <SampleGroup name="welcome" title={t("site.scene.welcome")}>
          <SampleStep icon="message" family="say" text={t("site.scene.greet")} />
          <SampleStep icon="user" family="ask" text={t("site.scene.askName")} />
          <SampleStep icon="list-check" family="ask" text={t("site.scene.askTopic")}>
            <SampleOutlet name="sales" label={t("site.scene.sales")} />
            <SampleOutlet name="support" label={t("site.scene.support")} />
          </SampleStep>
        </SampleGroup>
        <div className={styles.column}>
          <SampleGroup name="sales" title={t("site.scene.sales")}>
            <SampleStep icon="mail" family="ask" text={t("site.scene.askEmail")} />
          </SampleGroup>
          <SampleGroup name="support" title={t("site.scene.support")}>
            <SampleStep icon="hash" family="ask" text={t("site.scene.askOrder")} />
          </SampleGroup>
        </div>
      </div>
      <SampleChat />
    </div>
  )
}

interface SampleGroupProps {
  name: string
  title: string
  children: ReactNode
}

function SampleGroup({ name, title, children }: SampleGroupProps) {
  return (
    <div className={styles.group} data-target={name} dir="auto">
      <div className={styles.groupTitle}>{title}</div>
      {children}
    </div>
  )
}

interface SampleStepProps {
  icon: string
  family: string
  text: string
  children?: ReactNode
}

export function SampleStep({ icon, family, text, children }: SampleStepProps) {
  return (
    <div className={styles.step} style={{ borderInlineStartColor: `var(--bw-family-${family})` }}>
      <div className={styles.stepLine}>
        <span style={{ color: `var(--bw-family-${family})` }}>
          <Icon name={icon} size={16} />
        </span>
        <span>{text}</span>
      </div>
      {children}
    </div>
  )
}

function SampleOutlet({ name, label }: { name: string; label: string }) {
  return (
    <div className={styles.outlet}>
      {label}
      <i data-port={name} />
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
