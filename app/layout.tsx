import "@fontsource-variable/figtree/wght.css"
import "@fontsource-variable/jetbrains-mono/wght.css"
import "@mantine/core/styles.css"
import "@mantine/notifications/styles.css"
import "@mantine/spotlight/styles.css"
import "#components/ui/theme.css"

import { ColorSchemeScript, mantineHtmlProps } from "@mantine/core"
import type { Metadata, Viewport } from "next"
import { headers } from "next/headers"
import type { ReactNode } from "react"
import { directionOf, languageCookie, pickLanguage } from "#components/i18n/languages.ts"
import { AppProviders } from "#components/shell/app-providers.tsx"
import { readCookie, readMark } from "./server.ts"

export const metadata: Metadata = {
  title: { default: "Botwright", template: "%s · Botwright" },
  applicationName: "Botwright",
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#faf8f4" },
    { media: "(prefers-color-scheme: dark)", color: "#1b1916" },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const request = await headers()
  const nonce = request.get("x-nonce") ?? ""
  const remembered = await readCookie(languageCookie)
  const language = pickLanguage(remembered, request.get("accept-language"))
  return (
    <html
      lang={language}
      dir={directionOf(language)}
      data-mark={readMark() ?? undefined}
      {...mantineHtmlProps}
    >
      <head>
        <ColorSchemeScript nonce={nonce} defaultColorScheme="auto" />
      </head>
      <body>
        <AppProviders language={language} nonce={nonce}>
          {children}
        </AppProviders>
      </body>
    </html>
  )
}
