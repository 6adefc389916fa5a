"use client"

import { useTranslation } from "react-i18next"
import { BrandMark } from "../shell/brand.tsx"
import styles from "./site-footer.module.css"

export function SiteFooter() {
  const { t } = useTranslation("shell")
  return (
    <footer className={styles.footer}>
      <BrandMark size={20} />
      <span>{t("site.footer")}</span>
    </footer>
  )
}
