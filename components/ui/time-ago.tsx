"use client"

import { useEffect, useState } from "react"
import { useTranslation } from "react-i18next"

const steps = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
] as const
const refreshMs = 30_000

/**
 * Says how long ago something was ("5 minutes ago"), with the exact time on hover; kept fresh.
 *
 * Shape: `at` is ISO 8601. Nothing is shown while rendering on the server, whose clock and zone differ.
 */
export function TimeAgo({ at }: { at: string }) {
  const { i18n } = useTranslation()
  const [now, setNow] = useState<number | null>(null)
  useEffect(() => {
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), refreshMs)
    return () => clearInterval(timer)
  }, [])
  if (now === null) return <time dateTime={at} />
  const exact = new Intl.DateTimeFormat(i18n.language, { dateStyle: "medium", timeStyle: "short" })
  return (
    <time dateTime={at} title={exact.format(new Date(at))}>
      {tellAge(Math.max(0, (now - Date.parse(at)) / 1000), i18n.language)}
    </time>
  )
}

/** Units: seconds. */
export function tellAge(age: number, language: string): string {
  const words = new Intl.RelativeTimeFormat(language, { numeric: "auto", style: "long" })
  for (const [unit, seconds] of steps)
    if (age >= seconds) return words.format(-Math.floor(age / seconds), unit)
  return words.format(0, "second")
}
