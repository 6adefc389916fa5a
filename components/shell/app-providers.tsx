"use client"

import { DirectionProvider, MantineProvider } from "@mantine/core"
import { Notifications } from "@mantine/notifications"
import type { ReactNode } from "react"
import { QueryProvider } from "../api/query-provider.tsx"
import { directionOf, type Language } from "../i18n/languages.ts"
import { TextsProvider } from "../i18n/texts-provider.tsx"
import { resolveThemeVariables, theme } from "../ui/theme.ts"

interface AppProvidersProps {
  language: Language
  /** The nonce of this response's content security policy, for the style tags that the theme writes. */
  nonce: string
  children: ReactNode
}

/** Everything a page needs around it: direction, theme, texts, server calls, messages. */
export function AppProviders({ language, nonce, children }: AppProvidersProps) {
  return (
    <DirectionProvider initialDirection={directionOf(language)} detectDirection={false}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={resolveThemeVariables}
        defaultColorScheme="auto"
        getStyleNonce={() => nonce}
      >
        {/* No Suspense boundary here: the texts belong to the first bytes, and so does a page's status. */}
        <TextsProvider initial={language}>
          <QueryProvider>
            <Notifications position="bottom-center" limit={3} />
            {children}
          </QueryProvider>
        </TextsProvider>
      </MantineProvider>
    </DirectionProvider>
  )
}
