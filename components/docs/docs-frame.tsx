"use client"

import { Anchor } from "@mantine/core"
import Link from "next/link"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { Brand } from "../shell/brand.tsx"
import { LanguageMenu } from "../shell/language-menu.tsx"
import { ThemeMenu } from "../shell/theme-menu.tsx"
import { SiteFooter } from "../site/site-footer.tsx"
import styles from "./docs-frame.module.css"

interface DocsFrameProps {
  isSignedIn: boolean
  children: ReactNode
}

/** What stands around every page of the documentation. */
export function DocsFrame({ isSignedIn, children }: DocsFrameProps) {
  const { t } = useTranslation(["docs", "shell"])
  return (
    <>
      <header className={styles.header}>
        <Link href="/" className={styles.brand} aria-label={t("shell:home")}>
          <Brand />
        </Link>
        <nav className={styles.links} aria-label={t("shell:nav.label")}>
          <Anchor component={Link} href="/docs" c="var(--bw-text)" fw={550} className={styles.link}>
            {t("title")}
          </Anchor>
          <Anchor
            component={Link}
            href={isSignedIn ? "/bots" : "/sign-in"}
            c="var(--bw-text)"
            fw={550}
            className={styles.link}
          >
            {isSignedIn ? t("shell:nav.bots") : t("shell:site.signIn")}
          </Anchor>
          <LanguageMenu />
          <ThemeMenu />
        </nav>
      </header>
      <main id="content" className={styles.main}>
        {children}
      </main>
      <SiteFooter />
    </>
  )
}
