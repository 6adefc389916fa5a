"use client"

import Link from "next/link"
import { useTranslation } from "react-i18next"
import { BrandMark } from "../shell/brand.tsx"
import styles from "./site-footer.module.css"

export function SiteFooter() {
  const { t } = useTranslation(["shell", "docs"])
  return (
    <footer className={styles.footer}>
      <BrandMark size={20} />
      <span>{t("site.footer")}</span>
      <Link href="/docs" className={styles.link}>
        {t("docs:title")}
      </Link>
    </footer>
  )
}
