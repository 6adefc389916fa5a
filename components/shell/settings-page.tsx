"use client"

import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { PageHeader } from "./page-header.tsx"
import styles from "./settings-page.module.css"

interface SettingsPageProps {
  title: string
  description: string
  actions?: ReactNode
  children: ReactNode
}

/** A page of settings: a column of panels, narrow enough to be read. */
export function SettingsPage({ title, description, actions, children }: SettingsPageProps) {
  const { t } = useTranslation("shell")
  return (
    <div className={styles.page}>
      <PageHeader
        trail={[{ label: t("nav.settings") }]}
        title={title}
        description={description}
        actions={actions}
      />
      <div className={styles.panels}>{children}</div>
    </div>
  )
}
