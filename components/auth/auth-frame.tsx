"use client"

import Link from "next/link"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { Brand } from "../shell/brand.tsx"
import { LanguageMenu } from "../shell/language-menu.tsx"
import { ThemeMenu } from "../shell/theme-menu.tsx"
import styles from "./auth-frame.module.css"

/** The quiet page around signing in and up. */
export function AuthFrame({ children }: { children: ReactNode }) {
  const { t } = useTranslation("shell")
  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <Link href="/" aria-label={t("home")} className={styles.brand}>
          <Brand />
        </Link>
        <div className={styles.tools}>
          <LanguageMenu />
          <ThemeMenu />
        </div>
      </header>
      <main className={styles.main}>{children}</main>
    </div>
  )
}

interface AuthCardProps {
  title: string
  text?: ReactNode
  /** The other way: "No account yet? ..." */
  footer?: ReactNode
  children: ReactNode
}

export function AuthCard({ title, text, footer, children }: AuthCardProps) {
  return (
    <div className={styles.card}>
      <h1 className={styles.title}>{title}</h1>
      {text && <p className={styles.text}>{text}</p>}
      <div className={styles.body}>{children}</div>
      {footer && <p className={styles.footer}>{footer}</p>}
    </div>
  )
}
