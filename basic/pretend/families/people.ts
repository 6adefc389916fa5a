import { qualifyLead, scoreLead } from "../../leads/score-lead.ts"
import { listRecipients } from "../../mail/recipients.ts"
import { fromJson } from "../../vm/json.ts"
import type { Json } from "../../vm/value.ts"
import { operandJson, operandText, operandValue } from "../operands.ts"
import { done, failed, type PretendHandler, type PretendHandlers } from "../pretended.ts"
import type { PretendWorld } from "../world.ts"

const gives =
  (note: string, value: Json = { success: true, error: null }): PretendHandler =>
  () =>
    done(note, fromJson(value))

const transfer =
  (operand: string): PretendHandler =>
  (operands, world) => {
    world.desk.isHeld = true
    const who = operandText(operands, operand)
    const result = {
      ...{ success: true, handoff_id: world.desk.nextId("handoff"), status: "waiting" },
      ...{ assigned_to: null, assigned_to_name: who === "" ? null : who },
      ...{ queue_position: 1, estimated_wait_seconds: 60, is_open: true, opens_at: null },
      message: who === "" ? "A person will answer soon." : `${who} will answer soon.`,
    }
    return done("A published bot would be silent from the next message on.", fromJson(result))
  }

const leadOf = (world: PretendWorld, name: string) =>
  world.desk.leads.get(name) ?? { facts: {}, bonus: 0 }

const showScore = (world: PretendWorld, name: string): Json => {
  const { facts, bonus } = leadOf(world, name)
  const { breakdown, ...score } = scoreLead(facts, bonus)
  return { lead_id: name, ...score, breakdown: { ...breakdown } }
}

const createLead: PretendHandler = (operands, world) => {
  const given = operands.fields === undefined ? "facts" : "fields"
  const facts = operandJson(operands, given)
  const known = facts !== null && typeof facts === "object" && !Array.isArray(facts) ? facts : {}
  const name = operandText(operands, "lead") || String(known.email ?? known.id ?? known.name ?? "")
  world.desk.leads.set(name, { facts: { ...leadOf(world, name).facts, ...known }, bonus: 0 })
  const score = showScore(world, name)
  return done(`The lead ${name} is kept.`, fromJson({ success: true, ...(score as object) }))
}

const updateScore: PretendHandler = (operands, world) => {
  const name = operandText(operands, "lead")
  const { facts, bonus } = leadOf(world, name)
  world.desk.leads.set(name, { facts, bonus: bonus + Number(operandText(operands, "delta")) })
  return done(`The score of ${name} is changed.`, fromJson(showScore(world, name)))
}

const team = (world: PretendWorld, name: string) => {
  const known = world.desk.teams.get(name) ?? new Map<string, string>()
  world.desk.teams.set(name, known)
  return known
}

const teams: PretendHandlers = {
  "CREATE TEAM": (operands, world) => {
    const name = operandText(operands, "team")
    const people = listRecipients(operandValue(operands, "people"))
    for (const email of people) team(world, name).set(email, "member")
    return done(
      `The group ${name} is made.`,
      fromJson({ success: true, name, members: people.length }),
    )
  },
  "ADD MEMBER": (operands, world) => {
    const [group, email] = [operandText(operands, "team"), operandText(operands, "email")]
    const role = operandText(operands, "role") || "member"
    team(world, group).set(email, role)
    return done(`${email} is in ${group}.`, fromJson({ success: true, group, email, role }))
  },
  "REMOVE MEMBER": (operands, world) => {
    const [group, email] = [operandText(operands, "team"), operandText(operands, "email")]
    const success = team(world, group).delete(email)
    return done(`${email} is no longer in ${group}.`, fromJson({ success, group, email }))
  },
  "LIST MEMBERS": (operands, world) => {
    const people = [...team(world, operandText(operands, "team"))]
    const shown = people.map(([email, role]) => ({ email, role }))
    return done(`${people.length} people were listed.`, fromJson(shown))
  },
}

const factPrefix = "fact:"
const memory: PretendHandlers = {
  "SET USER FACT": (operands, world) => {
    const key = operandText(operands, "key")
    world.write("user", factPrefix + key, operandJson(operands, "value"))
    return done(`The fact ${key} is kept.`)
  },
  "USER FACTS": (_operands, world) => {
    const facts = world.list("user").filter(({ key }) => key.startsWith(factPrefix))
    const shown = facts.map(({ key, value }) => ({ key: key.slice(factPrefix.length), value }))
    return done(`${facts.length} facts were read.`, fromJson(shown))
  },
  "CLEAR USER MEMORY": (_operands, world) => {
    const known = world.list("user")
    for (const { key } of known) world.write("user", key, null)
    return done("Everything about this person is forgotten.", known.length)
  },
  "CACHE SET": (operands, world) => {
    const seconds = Number(operandText(operands, "seconds")) || 3600
    const key = operandText(operands, "key")
    world.write("bot", `cache:${key}`, operandJson(operands, "value"), seconds)
    return done(`The cache keeps ${key}.`)
  },
  "CACHE GET": (operands, world) => {
    const key = operandText(operands, "key")
    return done(`The cache was asked for ${key}.`, fromJson(world.read("bot", `cache:${key}`)))
  },
  "SET USER": (operands, world) => {
    world.write("session", "user_id", operandText(operands, "user"))
    return done("The user is noted.")
  },
  "GET ENV": () =>
    failed(
      "env.refused",
      "A script cannot read environment variables: they hold the secrets of the whole server.",
    ),
}

const note =
  (level: string): PretendHandler =>
  (operands) =>
    done(
      `${level}${operandText(operands, "text")}${operandText(operands, "name")}${operandText(operands, "about")}`,
    )

const noSentiment = { overall: "neutral", escalation_risk: "low", emoji: "😐", score: 0 }

/** How this family of commands behaves in a preview. */
export const peoplePretend: PretendHandlers = {
  "TRANSFER TO HUMAN": transfer("who"),
  "ESCALATE TO": transfer("queue"),
  "RESOLVE CONVERSATION": (_operands, world) => {
    const success = world.desk.isHeld
    world.desk.isHeld = false
    return done("The bot answers again.", fromJson({ success, error: null }))
  },
  "GET QUEUE": (_operands, world) => {
    const waiting = world.desk.isHeld ? 1 : 0
    return done("The queue was read.", fromJson({ total: waiting, waiting, active: 0, items: [] }))
  },
  "NEXT IN QUEUE": gives("Nobody waits in a preview.", null),
  "ASSIGN CONVERSATION": gives("The conversation is assigned, pretended only."),
  "SET PRIORITY": gives("The priority is set, pretended only."),
  "TAG CONVERSATION": gives("The conversation is tagged, pretended only."),
  "ADD NOTE": gives("The note is kept, pretended only."),
  "NOTIFY AGENT": gives("Staff are told, pretended only."),
  "NOTIFY ATTENDANT": gives("Staff are told, pretended only."),
  "GET ATTENDANTS": gives("There is nobody in a preview.", { count: 0, items: [] }),
  "GET ATTENDANT STATS": gives("The figures are made up.", {
    ...{ success: true, name: "Ana", status: "online", active: 0, resolved: 0 },
    ...{ resolved_today: 0, average_wait_seconds: 0 },
  }),
  "GET ATTENDANT STATUS": gives("The presence is made up.", {
    ...{ success: true, error: null, name: "Ana", status: "online", active: 0 },
  }),
  "SET ATTENDANT STATUS": gives("The presence is set, pretended only."),
  "IS ACTIVE": gives("The conversation is open.", true),
  "GET CUSTOMER HISTORY": gives("There is no history in a preview.", {
    ...{ success: true, conversations: 1, items: [] },
  }),
  "GET TIPS": gives("No model was asked.", { success: true, items: [] }),
  "POLISH MESSAGE": (operands) => done("No model was asked.", operandText(operands, "message")),
  "GET SMART REPLIES": gives("No model was asked.", { success: true, items: [] }),
  "GET SUMMARY": gives("No model was asked.", { success: true, summary: "(a summary)" }),
  "ANALYZE SENTIMENT": gives("No model was asked.", noSentiment),
  "AI SCORE LEAD": (operands) => {
    const lead = operandJson(operands, "lead")
    const facts = lead !== null && typeof lead === "object" && !Array.isArray(lead) ? lead : {}
    const { breakdown, ...score } = scoreLead(facts)
    const value = { ...score, breakdown: { ...breakdown }, ai_confidence: 0, ai_reasoning: "" }
    return done("No model was asked; the rules gave the score.", fromJson(value))
  },
  "CREATE LEAD": createLead,
  "GET LEAD SCORE": (operands, world) => {
    const name = operandText(operands, "lead")
    return done(`The score of ${name} was read.`, fromJson(showScore(world, name)))
  },
  "QUALIFY LEAD": (operands, world) => {
    const { facts, bonus } = leadOf(world, operandText(operands, "lead"))
    const threshold = Number(operandText(operands, "threshold") || 70)
    const result = qualifyLead(scoreLead(facts, bonus).score, threshold)
    return done("The lead was judged.", fromJson({ ...result }))
  },
  "UPDATE LEAD SCORE": updateScore,
  ...teams,
  ...memory,
  LOG: note(""),
  "LOG INFO": note("INFO "),
  "LOG WARN": note("WARN "),
  "LOG ERROR": note("ERROR "),
  "LOG ACTIVITY": note(""),
  "TRACK EVENT": note(""),
  "LOG COMPLIANCE EVENT": note(""),
  "RECORD CONSENT": (operands) => {
    const subject = operandText(operands, "subject")
    return done(`The consent of ${subject} is noted.`, fromJson({ success: true, subject }))
  },
}
