"use client"

import Link from "next/link"
import { Fragment, type ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { Icon } from "../ui/icon.tsx"
import styles from "./page-header.module.css"

interface Crumb {
  label: string
  /** Left out for a place that is only a heading. */
  href?: string
}

interface PageHeaderProps {
  /** The places above this one. */
  trail: readonly Crumb[]
  title: string
  description?: string
  actions?: ReactNode
}

/** Where one is, what this page is for, and its main act. */
export function PageHeader({ trail, title, description, actions }: PageHeaderProps) {
  const { t } = useTranslation("shell")
  return (
    <header className={styles.header}>
      <div>
        {trail.length > 0 && (
          <nav aria-label={t("breadcrumbs")} className={styles.trail}>
            {trail.map((crumb) => (
              <Fragment key={crumb.label}>
                {crumb.href ? (
                  <Link href={crumb.href}>{crumb.label}</Link>
                ) : (
                  <span>{crumb.label}</span>
                )}
                <Icon name="chevron-right" size={14} className="bw-mirror" />
              </Fragment>
            ))}
            <span aria-current="page">{title}</span>
          </nav>
        )}
        <h1 className={styles.title}>{title}</h1>
        {description && <p className={styles.description}>{description}</p>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </header>
  )
}
