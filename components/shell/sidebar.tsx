"use client"

import Link from "next/link"
import { usePathname } from "next/navigation"
import { useTranslation } from "react-i18next"
import { Icon } from "../ui/icon.tsx"
import { Brand } from "./brand.tsx"
import { OrganizationSwitcher } from "./organization-switcher.tsx"
import type { sections } from "./sections.ts"
import styles from "./sidebar.module.css"
import { useSections } from "./use-sections.ts"

/** The places of the dashboard, beside every page on wide screens. */
export function Sidebar() {
  const { t } = useTranslation("shell")
  const path = usePathname()
  const places = useSections()
  const linkTo = (section: (typeof sections)[number]) => (
    <li key={section.href}>
      <Link
        href={section.href}
        className={styles.link}
        aria-current={path.startsWith(section.href) ? "page" : undefined}
      >
        <Icon name={section.icon} />
        {t(section.labelKey)}
      </Link>
    </li>
  )
  return (
    <div className={styles.sidebar}>
      <Link href="/bots" className={styles.brand} aria-label={t("home")}>
        <Brand />
      </Link>
      <OrganizationSwitcher />
      <nav aria-label={t("nav.label")} className={styles.nav}>
        <ul>{places.filter((section) => section.group === "work").map(linkTo)}</ul>
        <h2 className={styles.heading}>{t("nav.settings")}</h2>
        <ul>{places.filter((section) => section.group === "settings").map(linkTo)}</ul>
      </nav>
    </div>
  )
}
