import { expect, it } from "vitest"
import { qualifyLead, scoreLead } from "./score-lead.ts"

const best = {
  name: "Ana",
  email: "ana@acme.example",
  phone: "+55 11 99999",
  title: "Diretora",
  company: "Acme",
  employees: 500,
  budget: "R$ 10.000",
  page_views: 20,
  downloads: 3,
  demo_requested: true,
  email_opens: 9,
  replies: 5,
  meeting_scheduled: "sim",
}

it("gives a hundred to who has everything, in four parts of 25", () => {
  expect(scoreLead(best)).toEqual({
    score: 100,
    grade: "A",
    status: "hot",
    breakdown: { demographic: 25, firmographic: 25, behavioral: 25, engagement: 25 },
    recommendations: ["Call today."],
  })
})

it("gives nothing to nobody, and says what to ask for", () => {
  const { score, grade, status, recommendations } = scoreLead({})
  expect([score, grade, status, recommendations.length]).toEqual([0, "F", "unqualified", 3])
})

it("adds a bonus within 0 and 100, and reads names of fields in any case", () => {
  expect(scoreLead({ Email: "a@gmail.com", NAME: "A" }).breakdown.demographic).toBe(6)
  expect([scoreLead(best, 50).score, scoreLead({}, -5).score, scoreLead({}, 45).status]).toEqual([
    100,
    0,
    "warm",
  ])
})

it("says how far a score is from the threshold", () => {
  expect(qualifyLead(60, 70)).toEqual({
    qualified: false,
    score: 60,
    threshold: 70,
    status: "warm",
    gap: 10,
  })
})
