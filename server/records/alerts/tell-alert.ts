import type { OrgId } from "#catalog/ids.ts"
import type { NotificationKind } from "#catalog/notifications.ts"
import type { OrgTx } from "#db/transaction.ts"
import { notify } from "../notifications/notify.ts"
import { type ApprovalFacts, describeApproval } from "./describe-approval.ts"
import { type BudgetFacts, describeBudget } from "./describe-budget.ts"
import { type DescribedStep, describeStep, type KeptScript } from "./describe-step.ts"

/** What went wrong, as the trigger noted it. */
interface AlertRow {
  readonly botId: string
  readonly botName: string
  readonly kind: "fault" | "channel" | "mail" | "budget" | "approval"
  readonly place: string
  readonly facts: {
    readonly code?: string
    readonly message?: string
    readonly line?: number
    readonly reason?: string
    readonly step?: string
    readonly to?: string
  } & BudgetFacts &
    ApprovalFacts
  readonly orgName: string
  readonly scripts: readonly KeptScript[] | null
}

/** A mail that is to leave once the transaction is over. */
export interface AlertMail {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly key: string
}

interface Builder {
  readonly id: string
  readonly email: string
}

/** A mail of the same bot and step at most once in this time. Units: ms. */
const mailEveryMs = 3_600_000
const keepDays = 30

const kinds: Readonly<Record<Exclude<AlertRow["kind"], "budget" | "approval">, NotificationKind>> =
  {
    fault: "bot_fault",
    channel: "channel_refused",
    mail: "mail_refused",
  }

/**
 * Tells the builders of a bot that something in it went wrong, all that is due of one step at once; gives
 * the mails that are to leave. A bot in the bin tells nobody.
 *
 * Writes: `alerts`, `notifications`.
 */
export async function tellAlert(
  tx: OrgTx,
  orgId: OrgId,
  id: string,
  at: Date,
  publicUrl: string,
): Promise<AlertMail[]> {
  const times = await close(tx, orgId, id)
  const alert = times === 0 ? null : await read(tx, orgId, id)
  if (alert === null) return []
  const told = tell(alert)
  const { approver = "" } = alert.facts
  const builders = (await listBuilders(tx, orgId)).filter(
    ({ email }) => approver === "" || email.toLowerCase() === approver,
  )
  await notify(tx, {
    ...{ orgId, kind: told.kind, facts: told.facts, link: told.link, times, at },
    userIds: builders.map((builder) => builder.id),
    subject: `${alert.botId}/${alert.place}`,
  })
  if (!(await claimMail(tx, orgId, id, at))) return []
  const mail = told.compose(`${publicUrl}${told.link}`)
  return builders.map((builder) => ({ ...mail, to: builder.email, key: `${id}-${builder.id}` }))
}

interface Told {
  readonly kind: NotificationKind
  readonly facts: Readonly<Record<string, string | number>>
  readonly link: string
  readonly compose: (link: string) => Pick<AlertMail, "subject" | "text">
}

function tell(alert: AlertRow): Told {
  if (alert.kind === "budget") return tellBudget(alert)
  if (alert.kind === "approval") return tellApproval(alert)
  return tellStep(alert, alert.kind)
}

function tellApproval({ facts, botName }: AlertRow): Told {
  const { subject, text, ...told } = describeApproval(facts, botName)
  return { ...told, compose: (url) => ({ subject, text: `${text}\n\nDecide here: ${url}\n` }) }
}

function tellBudget({ facts, botId, botName, orgName }: AlertRow): Told {
  const news = describeBudget(facts, { id: botId, name: botName }, orgName)
  const { kind, link, subject } = news
  const compose = (url: string) => ({ subject, text: `${news.text}\n\nOpen the models: ${url}\n` })
  return { kind, facts: news.facts, link, compose }
}

function tellStep(alert: AlertRow, kind: keyof typeof kinds): Told {
  const step = describeStep(alert.scripts ?? [], alert.facts.step ?? alert.place)
  const facts = {
    bot: alert.botName,
    flow: step?.flow ?? "",
    step: step?.text ?? "",
    line: alert.facts.line ?? 0,
    reason: alert.facts.message ?? alert.facts.reason ?? "",
    channel: alert.kind === "channel" ? alert.place : "",
    to: alert.facts.to ?? "",
  }
  const link = linkTo(alert.botId, step)
  return { kind: kinds[kind], facts, link, compose: (url) => compose(alert, kind, facts, url) }
}

/** To the step itself, where the builder still has it. */
function linkTo(botId: string, step: DescribedStep | null): string {
  if (step === null) return `/bots/${botId}`
  return `/bots/${botId}?${new URLSearchParams({ flow: step.flow, step: step.id })}`
}

/** Closes what is due of the same bot, kind and place; how many that were, and 0 when this one is closed already. */
async function close(tx: OrgTx, orgId: OrgId, id: string): Promise<number> {
  await tx.rows(
    `delete from alerts where org_id = $1 and due is null and created_at < now() - make_interval(days => $2::int)`,
    [orgId, keepDays],
  )
  const [row] = await tx.rows<{ times: number }>(
    `with mine as (
       select bot_id, kind, place from alerts where org_id = $1 and id = $2 and due is not null for update
     ), closed as (
       update alerts a set due = null from mine
       where a.org_id = $1 and a.bot_id = mine.bot_id and a.kind = mine.kind and a.place = mine.place
         and a.due is not null
       returning a.id
     )
     select count(*)::int as times from closed`,
    [orgId, id],
  )
  return row?.times ?? 0
}

async function read(tx: OrgTx, orgId: OrgId, id: string): Promise<AlertRow | null> {
  const [row] = await tx.rows<AlertRow>(
    `select a.bot_id as "botId", b.name as "botName", a.kind, a.place, a.facts, v.scripts,
       o.name as "orgName"
     from alerts a join bots b on b.org_id = a.org_id and b.id = a.bot_id
     join organizations o on o.id = a.org_id
     left join versions v on v.org_id = a.org_id and v.id = a.version_id
     where a.org_id = $1 and a.id = $2`,
    [orgId, id],
  )
  return row ?? null
}

function listBuilders(tx: OrgTx, orgId: OrgId): Promise<Builder[]> {
  return tx.rows<Builder>(
    `select u.id, u.email from members m join users u on u.id = m.user_id
     where m.org_id = $1 and m.role in ('owner', 'admin', 'builder') order by u.id`,
    [orgId],
  )
}

/** True for one alert of a bot and place in an hour. */
async function claimMail(tx: OrgTx, orgId: OrgId, id: string, at: Date): Promise<boolean> {
  const rows = await tx.rows(
    `update alerts a set mailed_at = $3 where a.org_id = $1 and a.id = $2 and not exists (
       select from alerts o where o.org_id = a.org_id and o.bot_id = a.bot_id and o.kind = a.kind
         and o.place = a.place and o.mailed_at > $4)
     returning a.id`,
    [orgId, id, at, new Date(at.getTime() - mailEveryMs)],
  )
  return rows.length > 0
}

function compose(
  { botName }: AlertRow,
  kind: keyof typeof kinds,
  facts: { flow: string; step: string; line: number; reason: string; channel: string; to: string },
  link: string,
): Pick<AlertMail, "subject" | "text"> {
  const where = facts.step === "" ? "" : `\n\nStep: ${facts.step}\nFlow: ${facts.flow}`
  const what = {
    fault: `A conversation with ${botName} ended with an error.`,
    channel: `${facts.channel} refused a message of ${botName}.`,
    mail: `A mail of ${botName} to ${facts.to} could not be sent.`,
  }[kind]
  const subject = {
    fault: `${botName}: a conversation ended with an error`,
    channel: `${botName}: a message was refused`,
    mail: `${botName}: a mail could not be sent`,
  }[kind]
  const text = `${what}${where}\nWhat happened: ${facts.reason}\n\nOpen the bot: ${link}\n\nYou are told of the same step at most once an hour.\n`
  return { subject, text }
}
