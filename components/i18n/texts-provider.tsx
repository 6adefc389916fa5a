"use client"

import { useDirection } from "@mantine/core"
import {
  createContext,
  type ReactNode,
  use,
  useContext,
  useEffect,
  useMemo,
  useState,
  useTransition,
} from "react"
import { I18nextProvider } from "react-i18next"
import { createTranslator } from "./create-translator.ts"
import { directionOf, type Language, languageCookie } from "./languages.ts"
import { loadTexts, prefetchTexts } from "./load-texts.ts"

prefetchTexts("core")

interface LanguageChoice {
  language: Language
  setLanguage: (language: Language) => void
  isChanging: boolean
}
const LanguageContext = createContext<LanguageChoice | null>(null)
const yearSeconds = 60 * 60 * 24 * 365

/** Gives its children the texts of one language, and the means to change it. */
export function TextsProvider({ initial, children }: { initial: Language; children: ReactNode }) {
  const [language, setState] = useState(initial)
  const [isChanging, startTransition] = useTransition()
  const { setDirection } = useDirection()
  const texts = use(loadTexts(language, "core"))
  const translator = useMemo(() => createTranslator(language, texts), [language, texts])

  useEffect(() => {
    document.documentElement.lang = language
    document.documentElement.dir = directionOf(language)
    setDirection(directionOf(language))
  }, [language, setDirection])

  const choice = useMemo<LanguageChoice>(
    () => ({
      language,
      isChanging,
      setLanguage: (next) => {
        // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser we support.
        document.cookie = `${languageCookie}=${next}; path=/; max-age=${yearSeconds}; samesite=lax`
        startTransition(() => setState(next))
      },
    }),
    [language, isChanging],
  )
  return (
    <LanguageContext value={choice}>
      <I18nextProvider i18n={translator}>{children}</I18nextProvider>
    </LanguageContext>
  )
}

export function useLanguage(): LanguageChoice {
  const choice = useContext(LanguageContext)
  if (!choice) throw new Error("useLanguage needs a TextsProvider above it.")
  return choice
}
