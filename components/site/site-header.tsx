"use client"

import { Anchor, Button } from "@mantine/core"
import Link from "next/link"
import { useTranslation } from "react-i18next"
import { Brand } from "../shell/brand.tsx"
import { LanguageMenu } from "../shell/language-menu.tsx"
import { ThemeMenu } from "../shell/theme-menu.tsx"
import styles from "./site-header.module.css"

export function SiteHeader() {
  const { t } = useTranslation("shell")
  return (
    <header className={styles.header}>
      <Link href="/" className={styles.brand} aria-label={t("home")}>
        <Brand />
      </Link>
      <nav className={styles.links} aria-label={t("site.account")}>
        <LanguageMenu />
        <ThemeMenu />
        <Anchor
          component={Link}
          href="/sign-in"
          c="var(--bw-text)"
          fw={550}
          className={styles.signIn}
        >
          {t("site.signIn")}
        </Anchor>
        <Button component={Link} href="/sign-up">
          {t("site.beginShort")}
        </Button>
      </nav>
    </header>
  )
}
