"use client"

import Link from "next/link"
import { usePathname } from "next/navigation"
import { useTranslation } from "react-i18next"
import { Icon } from "../ui/icon.tsx"
import styles from "./mobile-bar.module.css"
import { useSections } from "./use-sections.ts"

/** The same places at the lower edge of a phone, within reach of the thumb. */
export function MobileBar() {
  const { t } = useTranslation("shell")
  const path = usePathname()
  const places = useSections()
  return (
    <nav aria-label={t("nav.label")} className={styles.bar}>
      {places.map((section) => (
        <Link
          key={section.href}
          href={section.href}
          className={styles.link}
          aria-current={path.startsWith(section.href) ? "page" : undefined}
        >
          <Icon name={section.icon} size={20} />
          <span>{t(section.labelKey)}</span>
        </Link>
      ))}
    </nav>
  )
}
