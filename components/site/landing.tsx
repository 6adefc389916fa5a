"use client"

import { Button } from "@mantine/core"
import Link from "next/link"
import { useTranslation } from "react-i18next"
import { Icon } from "../ui/icon.tsx"
import { CodeSample } from "./code-sample.tsx"
import styles from "./landing.module.css"
import { SampleScene, SampleStep } from "./sample-scene.tsx"
import { SiteFooter } from "./site-footer.tsx"
import { SiteHeader } from "./site-header.tsx"

/** What the product is, said and shown, to someone who has not signed in. */
export function Landing() {
  const { t } = useTranslation("shell")
  return (
    <div className={styles.page}>
      <SiteHeader />
      <main id="content">
        <section className={styles.hero}>
          <h1 className={styles.title}>{t("site.title")}</h1>
          <p className={styles.lead}>{t("site.lead")}</p>
          <div className={styles.acts}>
            <Button component={Link} href="/sign-up" size="md">
              {t("site.begin")}
            </Button>
            <Button component={Link} href="/sign-in" size="md" variant="default">
              {t("site.signIn")}
            </Button>
          </div>
          <SampleScene />
        </section>
        <Promises />
        <TwoViews />
        <Developers />
        <section className={styles.last}>
          <h2>{t("site.lastTitle")}</h2>
          <p>{t("site.lastText")}</p>
          <Button component={Link} href="/sign-up" size="md">
            {t("site.begin")}
          </Button>
        </section>
      </main>
      <SiteFooter />
    </div>
  )
}

const promises = [
  { key: "durable", icon: "shield-check", family: "data" },
  { key: "beside", icon: "messages", family: "say" },
  { key: "embed", icon: "world", family: "connect" },
] as const

function Promises() {
  const { t } = useTranslation("shell")
  return (
    <section className={styles.promises} aria-label={t("site.promises")}>
      {promises.map(({ key, icon, family }) => (
        <div key={key} className={styles.promise}>
          <span style={{ color: `var(--bw-family-${family})` }}>
            <Icon name={icon} size={24} />
          </span>
          <h2>{t(`site.${key}.title`)}</h2>
          <p>{t(`site.${key}.text`)}</p>
        </div>
      ))}
    </section>
  )
}

const sampleProgram = `TALK "Hello! How can we help?"

HEAR email AS EMAIL

HEAR topic AS "Sales", "Support"`

function TwoViews() {
  const { t } = useTranslation("shell")
  return (
    <section className={styles.views}>
      <div>
        <h2>{t("site.views.title")}</h2>
        <p>{t("site.views.text")}</p>
      </div>
      <div className={styles.pair}>
        <div className={styles.steps} aria-hidden="true">
          <SampleStep icon="message" family="say" text={t("site.scene.greet")} />
          <SampleStep icon="mail" family="ask" text={t("site.scene.askEmail")} />
          <SampleStep icon="list-check" family="ask" text={t("site.scene.askTopic")} />
        </div>
        <CodeSample label={t("site.views.label")} code={sampleProgram} language="basic" />
      </div>
    </section>
  )
}

const sampleCalls = `<script async src="/widget.js" data-bot="demo"></script>

$ curl -X POST /api/v1/bots/demo/conversations \\
    -d '{ "text": "Hello" }'

$ npm run bw -- check greeting.bas`

function Developers() {
  const { t } = useTranslation("shell")
  return (
    <section className={styles.views} data-side="start">
      <div>
        <h2>{t("site.developers.title")}</h2>
        <p>{t("site.developers.text")}</p>
      </div>
      <CodeSample label={t("site.developers.label")} code={sampleCalls} language="plain" />
    </section>
  )
}
