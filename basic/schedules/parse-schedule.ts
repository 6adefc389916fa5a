import type { BusinessWeek } from "../dates/business-hours.ts"
import { looksLikeCron, parseCron } from "./cron.ts"
import { parseWords } from "./parse-words.ts"
import { translatePortuguese } from "./portuguese.ts"
import { type ParsedSchedule, refuse, type Schedule, ScheduleRefused } from "./schedule.ts"

const maxChars = 200

const readEither = (text: string, week: BusinessWeek | null): Schedule => {
  try {
    return parseWords(text, week)
  } catch (error) {
    const translated = translatePortuguese(text)
    if (!(error instanceof ScheduleRefused) || translated === text) throw error
    return parseWords(translated, week)
  }
}

const read = (written: string, week: BusinessWeek | null): Schedule => {
  const text = written.trim().replace(/\s+/g, " ")
  if (text === "") return refuse("It is empty.")
  if (text.length > maxChars) return refuse(`It is longer than ${maxChars} characters.`)
  if (looksLikeCron(text)) return parseCron(text)
  return readEither(text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, ""), week)
}

/**
 * Reads when something happens again and again: cron of five or six fields, or words in English or
 * Portuguese ("every monday at 9am", "business hours", "todo dia às 9h"). `week`: when the people of the bot
 * are there; without one, business hours are nine to five, Monday to Friday.
 */
export const parseSchedule = (text: string, week: BusinessWeek | null = null): ParsedSchedule => {
  try {
    return { ok: true, schedule: read(text, week) }
  } catch (error) {
    if (!(error instanceof ScheduleRefused)) throw error
    return { ok: false, reason: error.message }
  }
}
