"use client"

import { Button, Group, Image, Tabs } from "@mantine/core"
import { useEffect, useState } from "react"
import { useTranslation } from "react-i18next"
import { CopyField } from "../../ui/copy-field.tsx"
import { Icon } from "../../ui/icon.tsx"
import styles from "../builder.module.css"

interface WaysToReachProps {
  /** The public name it answers at. */
  readonly slug: string
  /** What is told above, such as the number of the version. */
  readonly told: string
}

/** What is needed to reach a bot: its link with a QR code, and the snippet for a site. */
export function WaysToReach({ slug, told }: WaysToReachProps) {
  const { t } = useTranslation(["builder", "common"])
  const origin = globalThis.location.origin
  const link = `${origin}/c/${slug}`
  const snippet = `<script async src="${origin}/widget.js" data-bot="${slug}"></script>`
  const copy = { copyLabel: t("builder:copy"), copiedLabel: t("builder:copied") }
  return (
    <div className={styles.reach}>
      <p className={styles.publishState} role="status">
        <Icon name="circle-check" size={18} /> {told}
      </p>
      <Tabs defaultValue="link">
        <Tabs.List>
          <Tabs.Tab value="link">{t("builder:published.link")}</Tabs.Tab>
          <Tabs.Tab value="site">{t("builder:published.site")}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="link" pt="md">
          <Group align="flex-start">
            <div className={styles.reachField}>
              <CopyField
                label={t("builder:published.linkLabel")}
                description={t("builder:published.linkHelp")}
                value={link}
                {...copy}
              />
              <Button
                component="a"
                href={link}
                target="_blank"
                rel="noopener"
                variant="light"
                mt="sm"
                rightSection={<Icon name="external-link" size={15} />}
              >
                {t("builder:published.open")}
              </Button>
            </div>
            <QrCode text={link} label={t("builder:published.qr")} />
          </Group>
        </Tabs.Panel>
        <Tabs.Panel value="site" pt="md">
          <CopyField
            label={t("builder:published.snippetLabel")}
            description={t("builder:published.snippetHelp")}
            value={snippet}
            {...copy}
          />
        </Tabs.Panel>
      </Tabs>
    </div>
  )
}

function QrCode({ text, label }: { text: string; label: string }) {
  const [image, setImage] = useState<string | null>(null)
  useEffect(() => {
    let isCurrent = true
    void import("qrcode").then(async ({ default: qrcode }) => {
      const made = await qrcode.toDataURL(text, { margin: 1, width: 264 })
      if (isCurrent) setImage(made)
    })
    return () => {
      isCurrent = false
    }
  }, [text])
  return image ? (
    <Image src={image} alt={label} width={132} height={132} className={styles.qr} />
  ) : (
    <div className={styles.qr} aria-hidden="true" />
  )
}
