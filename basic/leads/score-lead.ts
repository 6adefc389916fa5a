import type { Json } from "../vm/value.ts"

type Facts = Readonly<Record<string, Json>>

/** A score by rules anybody can read: each part has a ceiling, and the four together are 100. */
export interface LeadScore {
  readonly score: number
  readonly grade: "A" | "B" | "C" | "D" | "F"
  readonly status: LeadStatus
  readonly breakdown: Readonly<Record<LeadPart, number>>
  readonly recommendations: string[]
}
export type LeadStatus = "hot" | "warm" | "cold" | "unqualified"
export type LeadPart = "demographic" | "firmographic" | "behavioral" | "engagement"

const seniorTitle =
  /\b(ceo|cto|cfo|coo|cio|founder|owner|president|diretora?|director|head|vp|partner|socia|socio)\b/i
const middleTitle = /\b(manager|lead|gerente|coordenadora?|coordinator|supervisora?)\b/i
const freeMail = /@(gmail|hotmail|outlook|yahoo|icloud|live|proton|uol|bol|terra)\./i

/**
 * Scores what is known of somebody who may buy.
 *
 * - demographic, 25: a name 3, a phone 4, an address at work 8 (elsewhere 3), a title 10 senior, 6 middle, 2 other
 * - firmographic, 25: a company 5, employees 10 from 200, 7 from 50, 4 from 10, 2 else, revenue or budget 10
 * - behavioral, 25: page visits up to 8, downloads up to 7, a demo asked for 10
 * - engagement, 25: mails opened up to 8, replies up to 10, met in person or on a call 7
 *
 * `bonus` is added to the sum, which stays within 0 and 100. Status: hot from 70, warm from 45, cold from 20.
 */
export const scoreLead = (facts: Facts, bonus = 0): LeadScore => {
  const breakdown = {
    demographic: demographic(facts),
    firmographic: firmographic(facts),
    behavioral: behavioral(facts),
    engagement: engagement(facts),
  }
  const sum = Object.values(breakdown).reduce((total, part) => total + part, 0)
  const score = Math.max(0, Math.min(100, Math.round(sum + bonus)))
  return {
    score,
    grade: gradeOf(score),
    status: statusOf(score),
    breakdown,
    recommendations: advise(facts, score),
  }
}

/** Says whether a score reaches a threshold, and by how much it does not. */
export const qualifyLead = (score: number, threshold: number) => ({
  qualified: score >= threshold,
  score,
  threshold,
  status: statusOf(score),
  gap: Math.max(0, threshold - score),
})

const gradeOf = (score: number): LeadScore["grade"] =>
  score >= 80 ? "A" : score >= 60 ? "B" : score >= 40 ? "C" : score >= 20 ? "D" : "F"
const statusOf = (score: number): LeadStatus =>
  score >= 70 ? "hot" : score >= 45 ? "warm" : score >= 20 ? "cold" : "unqualified"

const demographic = (facts: Facts): number => {
  const mail = textOf(facts, ["email", "mail"])
  const title = textOf(facts, ["title", "job_title", "role", "cargo"])
  const byTitle = seniorTitle.test(plain(title))
    ? 10
    : middleTitle.test(plain(title))
      ? 6
      : title === ""
        ? 0
        : 2
  const byMail = mail.includes("@") ? (freeMail.test(mail) ? 3 : 8) : 0
  const byName = textOf(facts, ["name", "nome", "first_name"]) === "" ? 0 : 3
  const byPhone = textOf(facts, ["phone", "telefone", "mobile"]) === "" ? 0 : 4
  return byTitle + byMail + byName + byPhone
}

const firmographic = (facts: Facts): number => {
  const size = numberOf(facts, ["employees", "company_size", "size", "funcionarios"])
  const bySize = size >= 200 ? 10 : size >= 50 ? 7 : size >= 10 ? 4 : size > 0 ? 2 : 0
  const money = numberOf(facts, ["revenue", "budget", "orcamento", "faturamento", "value"])
  const byCompany = textOf(facts, ["company", "empresa", "organization"]) === "" ? 0 : 5
  return byCompany + bySize + (money > 0 ? 10 : 0)
}

const behavioral = (facts: Facts): number => {
  const visits = numberOf(facts, ["page_views", "visits", "pages_visited", "website_visits"])
  const downloads = numberOf(facts, ["downloads", "content_downloads"])
  const hasDemo = isTrue(facts, ["demo_requested", "requested_demo", "trial", "pricing_viewed"])
  return Math.min(8, visits) + Math.min(7, downloads * 3) + (hasDemo ? 10 : 0)
}

const engagement = (facts: Facts): number => {
  const opens = numberOf(facts, ["email_opens", "opens", "emails_opened"])
  const replies = numberOf(facts, ["replies", "email_replies", "messages", "responses"])
  const hasMet = isTrue(facts, ["meeting_scheduled", "meeting", "called", "attended_event"])
  return Math.min(8, opens * 2) + Math.min(10, replies * 3) + (hasMet ? 7 : 0)
}

const advise = (facts: Facts, score: number): string[] => {
  const advice: string[] = []
  if (!textOf(facts, ["email", "mail"]).includes("@")) advice.push("Ask for an e-mail address.")
  if (textOf(facts, ["company", "empresa", "organization"]) === "")
    advice.push("Ask for the company.")
  if (numberOf(facts, ["revenue", "budget", "orcamento", "faturamento", "value"]) <= 0)
    advice.push("Ask for the budget.")
  if (score >= 70) advice.push("Call today.")
  else if (score >= 45) advice.push("Offer a demonstration.")
  return advice
}

const findFact = (facts: Facts, names: readonly string[]): Json => {
  for (const [key, value] of Object.entries(facts))
    if (names.includes(key.toLowerCase()) && value !== null && value !== "") return value
  return null
}
const textOf = (facts: Facts, names: readonly string[]): string => {
  const value = findFact(facts, names)
  return typeof value === "string"
    ? value.trim().slice(0, 500)
    : typeof value === "number"
      ? String(value)
      : ""
}
const numberOf = (facts: Facts, names: readonly string[]): number => {
  const value = findFact(facts, names)
  if (Array.isArray(value)) return value.length
  const number =
    typeof value === "string" ? Number.parseFloat(value.replace(/[^\d.-]/g, "")) : Number(value)
  return Number.isFinite(number) ? Math.max(0, number) : 0
}
const isTrue = (facts: Facts, names: readonly string[]): boolean => {
  const value = findFact(facts, names)
  return (
    value === true ||
    (typeof value === "number" && value > 0) ||
    /^(true|yes|sim|1)$/i.test(String(value))
  )
}
const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "")
