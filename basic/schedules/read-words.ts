import { weekdayNames } from "./cron-field.ts"
import { refuse, span } from "./schedule.ts"
import { readTimeOfDay, timePattern } from "./time-of-day.ts"

export type Unit = "second" | "minute" | "hour" | "day" | "week" | "month" | "year"

/** What the words said, before it is known what they come to together. */
export interface ScheduleWords {
  frequency: { readonly count: number; readonly unit: Unit } | null
  weekdays: number[] | null
  days: number[] | null
  months: number[] | null
  /** Units: seconds of the day. */
  times: number[]
  /** Hours, both included. */
  window: { readonly first: number; readonly last: number } | null
  /** While people are there. */
  isBusiness: boolean
}

const monthNames =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
const monthStarts = [
  "jan",
  "feb",
  "mar",
  "apr",
  "may",
  "jun",
  "jul",
  "aug",
  "sep",
  "oct",
  "nov",
  "dec",
]
const weekday = "(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?"
const and = "(?:, and |, | and )"
const list = (item: string): string => `${item}(?:${and}${item})*`

const units: Readonly<Record<string, Unit>> = {
  sec: "second",
  second: "second",
  min: "minute",
  minute: "minute",
  hour: "hour",
  hr: "hour",
  day: "day",
  week: "week",
  month: "month",
  year: "year",
}
const adverbs: Readonly<Record<string, { count: number; unit: Unit }>> = {
  hourly: { count: 1, unit: "hour" },
  daily: { count: 1, unit: "day" },
  weekly: { count: 1, unit: "week" },
  monthly: { count: 1, unit: "month" },
  quarterly: { count: 3, unit: "month" },
  yearly: { count: 1, unit: "year" },
  annually: { count: 1, unit: "year" },
}

const itemsOf = (text: string): string[] => text.split(/, and |, | and /)
const readWeekday = (text: string): number => weekdayNames.indexOf(text.slice(0, 3))
const addTo = (known: number[] | null, more: readonly number[]): number[] =>
  [...new Set([...(known ?? []), ...more])].sort((a, b) => a - b)

const readDay = (text: string): number => {
  const day = Number.parseInt(text, 10)
  return day >= 1 && day <= 31 ? day : refuse(`A month has no day ${day}.`)
}

type Rule = readonly [RegExp, (words: ScheduleWords, found: RegExpExecArray) => void]
const rule = (pattern: string, act: Rule[1]): Rule => [new RegExp(`^${pattern}(?![a-z0-9])`), act]

const setFrequency = (words: ScheduleWords, count: number, unit: Unit) => {
  if (words.frequency) refuse("It says twice how often.")
  if (count === 0) refuse("It says every 0.")
  words.frequency = { count, unit }
}
const setWindow = (words: ScheduleWords, first: number, last: number) => {
  if (last < first) refuse("The hours it names go backwards.")
  words.window = { first, last }
}

const rules: readonly Rule[] = [
  rule("(?:every|each) quarter", (words) => setFrequency(words, 3, "month")),
  rule(
    "(?:every|each) (?:(\\d{1,4}|other) )?(sec|second|min|minute|hr|hour|day|week|month|year)s?",
    (words, [, count = "1", unit = ""]) =>
      setFrequency(words, count === "other" ? 2 : Number(count), units[unit] ?? "day"),
  ),
  rule("(hourly|daily|weekly|monthly|quarterly|yearly|annually)", (words, [, adverb = ""]) => {
    const { count, unit } = adverbs[adverb] ?? { count: 1, unit: "day" }
    setFrequency(words, count, unit)
  }),
  rule("(?:every |each |on )?(?:weekdays?|working days?|business days?)", (words) => {
    words.weekdays = addTo(words.weekdays, [1, 2, 3, 4, 5])
  }),
  rule("(?:every |each |on )?weekends?", (words) => {
    words.weekdays = addTo(words.weekdays, [0, 6])
  }),
  rule("(?:during |in )?(?:business|office) hours", (words) => {
    words.isBusiness = true
  }),
  rule(
    `(?:every |each |on |from )?(${weekday}) ?(?:to|through|-) ?(${weekday})`,
    (words, [, first = "", last = ""]) => {
      const [from, to] = [readWeekday(first), readWeekday(last)]
      words.weekdays = addTo(
        words.weekdays,
        span(from, to < from ? to + 7 : to).map((day) => day % 7),
      )
    },
  ),
  rule(`(?:every |each |on )?(${list(weekday)})`, (words, [, days = ""]) => {
    words.weekdays = addTo(words.weekdays, itemsOf(days).map(readWeekday))
  }),
  rule(
    `(?:from|between) (${timePattern}) (?:to|and|until|till) (${timePattern})`,
    (words, [, first = "", last = ""]) =>
      setWindow(
        words,
        Math.floor(readTimeOfDay(first) / 3600),
        Math.floor(readTimeOfDay(last) / 3600),
      ),
  ),
  rule(
    `on (?:the |day )?(${list("\\d{1,2}(?:st|nd|rd|th)?")})(?: of (?:every|each|the) month)?(?! ?[ap]m|:)`,
    (words, [, days = ""]) => {
      words.days = addTo(words.days, itemsOf(days).map(readDay))
    },
  ),
  rule(`(?:in|of|on|every) (${list(monthNames)})`, (words, [, months = ""]) => {
    const numbers = itemsOf(months).map((name) => monthStarts.indexOf(name.slice(0, 3)) + 1)
    words.months = addTo(words.months, numbers)
  }),
  rule(`(?:at )?(${list(timePattern)})`, (words, [, times = ""]) => {
    words.times = addTo(words.times, itemsOf(times).map(readTimeOfDay))
  }),
  rule("(?:,|and)", () => {}),
]

/** Reads the words one phrase after the other. Throws: ScheduleRefused that names what was not understood. */
export const readWords = (text: string): ScheduleWords => {
  const words: ScheduleWords = {
    ...{ frequency: null, weekdays: null, days: null, months: null },
    ...{ times: [], window: null, isBusiness: false },
  }
  let rest = text
  while (rest !== "") {
    const known = rules
      .map(([pattern, act]) => ({ found: pattern.exec(rest), act }))
      .find(({ found }) => found !== null)
    if (!known?.found)
      return refuse(
        `${JSON.stringify(rest.slice(0, 40))} was not understood. Say for example "every monday at 9am", "every 15 minutes" or "weekdays at 8:30".`,
      )
    known.act(words, known.found)
    rest = rest.slice(known.found[0].length).trim()
  }
  return words
}
