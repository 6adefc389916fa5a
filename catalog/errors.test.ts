import { describe, expect, test } from "vitest"
import type { ErrorDefinition } from "./errors/define.ts"
import { type ErrorCode, errors, tellError } from "./errors.ts"
import { requestSentences } from "./tests/request-sentences.ts"

const entries: [string, ErrorDefinition][] = Object.entries(errors)

/** The whole sentence of every code, with facts as they occur. */
const sentences: Record<ErrorCode, readonly [facts: unknown, sentence: string]> = {
  "model.account_not_found": [
    undefined,
    "There is no account with a provider of models under this id.",
  ],
  "model.accounts_full": [{ max: 20 }, "There may be 20 accounts with providers of models."],
  "model.key_missing": [
    { provider: "OpenAI", host: "https://api.openai.com" },
    "OpenAI needs a key for https://api.openai.com; a key that was given for another address is not used.",
  ],
  "evaluation.set_not_found": [undefined, "This bot has no set of questions under this id."],
  "evaluation.run_not_found": [undefined, "This bot has no run of questions under this id."],
  "evaluation.name_taken": [
    { name: "prices" },
    'This bot has a set of questions "prices" already.',
  ],
  "evaluation.set_changed": [
    { name: "prices" },
    'The set of questions "prices" was changed since it was loaded.',
  ],
  "evaluation.limit": [{ max: 100 }, "A bot has at most 100 sets of questions."],
  "evaluation.draft_broken": [
    { problem: "There is no label ask." },
    "The draft cannot be asked: There is no label ask.",
  ],
  "evaluation.empty": [{ name: "prices" }, 'The set "prices" has no questions.'],
  "evaluation.unreadable": [
    { line: 3, problem: "no_question" },
    "Question 3: The question is missing.",
  ],
  "prompt.not_found": [{ name: "support" }, 'The library has no prompt "support".'],
  "prompt.version_not_found": [
    { name: "support", number: 9 },
    'The prompt "support" has no version 9.',
  ],
  "prompt.name_taken": [{ name: "support" }, 'The library has a prompt "support" already.'],
  "prompt.limit": [
    { max: 500, what: "prompts" },
    "There is room for at most 500 prompts in the library.",
  ],
  "prompt.variable_missing": [
    { name: "support", variable: "tone" },
    'The prompt "support" needs a value for {{tone}}.',
  ],
  "prompt.variable_refused": [
    { name: "support", variable: "days", wanted: "a number" },
    'The prompt "support" takes a number for {{days}}.',
  ],
  "prompt.split_refused": [
    { problem: "running" },
    "Two versions of this prompt are being compared already.",
  ],
  "tool.key_refused": [undefined, "The tools of this bot are for programs that send its key."],
  "tool.description_refused": [
    { problem: "is no JSON" },
    "The description of the service is no JSON.",
  ],
  "tool.service_not_found": [undefined, "This bot has no service under this id."],
  "passage.not_found": [
    undefined,
    "This conversation cites no such passage, or its document has been removed since.",
  ],
  ...requestSentences,
  "auth.signed_out": [
    undefined,
    "This needs a person who is signed in, and the request carries no session that is still open.",
  ],
  "auth.credentials_refused": [
    undefined,
    "There is no account with this e-mail address and this password.",
  ],
  "auth.locked": [
    { retryAfterSeconds: 1 },
    "Too many attempts to sign in; the next one is taken in 1 second.",
  ],
  "auth.email_taken": [undefined, "There is already an account with this e-mail address."],
  "auth.link_spent": [
    undefined,
    "This link was used, has expired, was never given out, or is meant for another account.",
  ],
  "permission.denied": [
    { permission: "bots.publish", actor: "viewer" },
    "This needs the permission bots.publish, which the role viewer does not have.",
  ],
  "permission.role_above": [
    { role: "owner", actor: "admin" },
    "A member with the role admin cannot give, change or take away the role owner.",
  ],
  "account.session_not_found": [undefined, "You have no open session with this id."],
  "account.not_found": [{ email: "a@b.c" }, "There is no account with the e-mail address a@b.c."],
  "org.not_found": [undefined, "There is no organization with this id that you belong to."],
  "org.last_owner": [undefined, "An organization always has an owner, and this is its last one."],
  "org.name_mismatch": [
    undefined,
    "The name typed to confirm is not the name of the organization.",
  ],
  "member.not_found": [undefined, "There is no member with this id in the organization."],
  "member.already": [{ email: "a@b.c" }, "a@b.c already belongs to this organization."],
  "plan.bot_limit": [{ used: 5, limit: 5 }, "This organization has 5 of 5 bots."],
  "plan.org_limit": [{ used: 5, limit: 5 }, "You belong to 5 of at most 5 organizations."],
  "plan.member_limit": [
    { used: 5, limit: 5 },
    "This organization has 5 of 5 members and open invitations.",
  ],
  "bot.not_found": [{ bot: "demo\n" }, 'There is no bot "demo\\n".'],
  "version.not_found": [{ version: "ver_1" }, 'This bot has no version "ver_1".'],
  "version.limit": [
    { limit: 200 },
    "A bot may have 200 saved versions besides those that were published.",
  ],
  "version.nothing_staged": [undefined, "This bot has no version in staging."],
  "preview.not_found": [
    undefined,
    "There is no preview behind this link: it has expired, or was closed.",
  ],
  "preview.password_refused": [
    undefined,
    "This preview opens with a password, and it is not the one that was given.",
  ],
  "preview.broken": [
    { count: 2 },
    "The draft behind this preview has 2 errors at the moment, so it cannot be tried.",
  ],
  "preview.limit": [{ limit: 50 }, "A bot may have 50 preview links at a time."],
  "bin.entry_gone": [
    undefined,
    "This is not in the bin any more: it was brought back, or deleted for good.",
  ],
  "bot.not_published": [{ bot: "demo" }, 'The bot "demo" has not been published yet.'],
  "bot.origin_refused": [
    { origin: "https://evil.example" },
    "This bot does not take conversations from https://evil.example.",
  ],
  "bot.draft_changed": [
    { revision: 4, baseRevision: 3 },
    "The draft is at revision 4, and the request was made for revision 3.",
  ],
  "script.not_found": [{ script: "order" }, 'This bot has no flow "order".'],
  "script.name_taken": [{ name: "order" }, 'This bot has a flow called "order" already.'],
  "script.limit": [
    { most: 200, mostBytes: 4_000_000 },
    "A bot may have 200 flows with 4000000 bytes of text in all.",
  ],
  "script.entry_stays": [
    undefined,
    'Conversations begin in the flow "start", so it keeps its name and is not deleted.',
  ],
  "flow.too_large": [{ most: 1_000_000 }, "The text of a flow may have 1000000 characters."],
  "flow.edit_refused": [
    { reason: "gap" },
    "The edit would not leave a flow that can be opened (gap).",
  ],
  "comment.not_found": [{ comment: "thr_1" }, 'This bot has no comment "thr_1".'],
  "comment.limit": [{ limit: 5000 }, "A bot may have 5000 comments."],
  "table.not_found": [{ table: "guests" }, 'The bot has no table "guests".'],
  "table.row_not_found": [{ table: "guests", row: "7" }, 'The table "guests" has no row "7".'],
  "table.row_refused": [
    { reason: "The column seats of guests takes numbers." },
    "The column seats of guests takes numbers.",
  ],
  "table.change_refused": [
    {
      table: "Guests",
      script: "tables",
      line: 3,
      reason: 'The column seats of guests takes numbers, but got "two".',
    },
    'Line 3 of tables: the table "Guests" cannot become what it is declared to be. The column seats of guests takes numbers, but got "two".',
  ],
  "event.too_deep": [
    { limit: 16 },
    "This would be the run number 17 in a chain in which each run was started by the one before it; a chain may have 16.",
  ],
  "event.backlog_full": [
    { limit: 10_000 },
    "10000 events of this bot wait to be run; no further one is taken.",
  ],
  "schedule.refused": [
    { text: "soon", reason: "There is no such word.", line: 3 },
    'Line 3: "soon" does not say when. There is no such word.',
  ],
  "schedule.limit": [{ limit: 5 }, "A bot may have 5 schedules."],
  "schedule.not_found": [undefined, "There is no schedule with this id."],
  "webhook.not_found": [undefined, "There is no webhook at this address."],
  "webhook.signature_refused": [
    { reason: "it has no signature" },
    "The request is not signed as this bot asks: it has no signature.",
  ],
  "setting.refused": [{ problem: "A bot may have 5 settings." }, "A bot may have 5 settings."],
  "webhook.failed": [undefined, "The program behind this webhook ended with an error."],
  "form.not_found": [{ form: "contact" }, 'The bot takes no form "contact".'],
  "conversation.not_found": [
    undefined,
    "There is no conversation with this id that this token opens.",
  ],
  "conversation.token_refused": [undefined, "The token of the request opens no conversation."],
  "conversation.token_missing": [undefined, "The request carries no conversation token."],
  "file.not_found": [{ path: "a/b.pdf" }, 'There is no file "a/b.pdf".'],
  "file.path_refused": [{ path: "../x" }, '"../x" is not a path of this drive.'],
  "file.too_large": [{ limitBytes: 26_214_400 }, "A file may have 25 MB; this one is larger."],
  "file.quota_reached": [
    { limitBytes: 5_368_709_120 },
    "The files of this organization take all of their 5120 MB.",
  ],
  "file.too_many": [{ limit: 10_000 }, "A bot keeps at most 10000 files."],
  "file.type_refused": [
    { type: "text/html", wanted: "a picture" },
    "The question wants a picture, and this file is of type text/html.",
  ],
  "file.not_asked": [undefined, "The conversation does not wait for a file now."],
  "file.name_taken": [{ path: "a.txt" }, 'There is a file "a.txt" already.'],
  "file.link_spent": [undefined, "This address of a file is over, or the file was deleted."],
  "outbound.url_refused": [
    { problem: "does not begin with http:// or https://" },
    "The address does not begin with http:// or https://.",
  ],
  "outbound.address_refused": [
    { host: "localhost" },
    "localhost is not an address on the public internet.",
  ],
  "outbound.header_refused": [
    { name: "x-a" },
    'The header "x-a" has a name or a value that cannot be sent.',
  ],
  "outbound.too_many_redirects": [
    { host: "a.example", limit: 5 },
    "a.example redirected more than 5 times.",
  ],
  "outbound.timed_out": [
    { host: "a.example", timeoutMs: 10_000 },
    "a.example did not answer completely within 10 seconds.",
  ],
  "outbound.too_large": [
    { host: "a.example", limitBytes: 1000 },
    "a.example sent more than 1000 bytes.",
  ],
  "outbound.unreachable": [
    { host: "a.example" },
    "a.example could not be reached, or broke the connection off.",
  ],
  "server.stopping": [undefined, "The server is about to stop and takes no new requests."],
  "server.unavailable": [{ part: "database" }, "A part of the server does not answer: database."],
  "service.not_set_up": [
    { keyword: "WEATHER", setting: "weather-api-key" },
    "WEATHER needs a service that is not set up for this bot: its setting weather-api-key is empty.",
  ],
  "internal.unexpected": [
    { requestId: "req1" },
    "The server met a problem it did not expect (request req1).",
  ],
  "knowledge.base_not_found": [{ base: "prices" }, 'This bot has no knowledge base "prices".'],
  "knowledge.document_not_found": [
    undefined,
    "The document is not there; it may have been deleted.",
  ],
  "knowledge.site_not_found": [undefined, "The web site is not there; it may have been removed."],
  "understanding.not_found": [
    { id: "itt_1" },
    'This bot has no "itt_1"; it may have been deleted.',
  ],
  "understanding.changed": [{ name: "book" }, 'Somebody else has changed "book" meanwhile.'],
  "understanding.name_taken": [{ name: "book" }, 'This bot has "book" already.'],
  "understanding.too_many": [{ limit: 200, what: "intents" }, "A bot has at most 200 intents."],
  "understanding.pattern_refused": [
    { problem: "There is a ( without its )." },
    "The pattern cannot be read. There is a ( without its ).",
  ],
  "knowledge.name_taken": [{ name: "prices" }, 'This bot has a knowledge base "prices" already.'],
  "knowledge.too_many": [
    { limit: 50, what: "bases" },
    "There is room for at most 50 knowledge bases in a bot.",
  ],
  "knowledge.document_known": [
    { title: "a.pdf" },
    'The knowledge base holds exactly this document already, as "a.pdf".',
  ],
  "knowledge.type_refused": [
    { type: "video/mp4" },
    "Files of type video/mp4 hold no text that can be read.",
  ],
  "knowledge.address_refused": [{ url: "x" }, '"x" is not the address of a web site.'],
  "knowledge.embedder_failed": [
    { model: "use-lite-en" },
    'The embedding model "use-lite-en" gave no vectors.',
  ],
  "knowledge.empty": [undefined, "No text was found in the document."],
  "mail.daily_limit": [
    { limit: 1000 },
    "An organization sends at most 1000 mails in 24 hours; nothing was sent.",
  ],
  "mail.unreachable": [
    { host: "smtp.example.org" },
    "The mail server smtp.example.org could not be reached.",
  ],
  "mail.refused": [
    { to: "a@example.org", status: 550 },
    'The mail server did not take the mail to "a@example.org" (status 550).',
  ],
  "mail.not_found": [undefined, "There is no mail with this id here."],
  "mail.address_refused": [{ to: "ana" }, '"ana" is not one e-mail address; nothing was sent.'],
  "mail.recipients_limit": [
    { limit: 50 },
    "This command takes at most 50 recipients; nothing was sent.",
  ],
  "template.not_found": [{ name: "welcome" }, 'The bot has no message template "welcome".'],
  "env.refused": [
    undefined,
    "A script cannot read environment variables: they hold the secrets of the whole server.",
  ],
  "task.limit": [
    { limit: 10000 },
    "The organization has 10000 open tasks, which is all there may be.",
  ],
  "approval.not_found": [undefined, "There is no approval with this id here."],
  "approval.settled": [{ state: "approved" }, "This approval is approved already; it counts once."],
  "approval.not_yours": [
    { approver: "ana@shop.example" },
    "Only ana@shop.example may approve or decline this.",
  ],
  "approval.nobody": [
    { approver: "x@shop.example" },
    '"x@shop.example" is not the address of a member who may approve.',
  ],
  "task.not_found": [undefined, "There is no task with this id here."],
  "project.limit": [{ limit: 500 }, "The bot has 500 projects, which is all there may be."],
  "project.not_found": [undefined, "There is no project with this id or name here."],
  "calendar.event_not_found": [undefined, "There is nothing in the calendar with this id."],
  "team.limit": [{ limit: 1000 }, "A group may have 1000 people."],
  "template.limit": [{ limit: 500 }, "A bot may have 500 message templates."],
  "handoff.held": [undefined, "Another person answers in this conversation."],
  "handoff.not_yours": [
    undefined,
    "Only the person who has taken this conversation over may answer in it.",
  ],
  "package.unreadable": [undefined, "The file is not a complete zip archive without a password."],
  "package.too_large": [
    { limitBytes: 100_000_000 },
    "Unpacked, a package may have 100 MB; this one has more.",
  ],
  "package.too_many_parts": [{ limit: 1000 }, "A package may have 1000 files; this one has more."],
  "package.too_dense": [
    { most: 100 },
    "The archive unpacks to more than 100 times its size, which no package of ours does.",
  ],
  "package.name_refused": [
    { name: "../x" },
    'The package holds "../x", which is no part of a bot.',
  ],
  "package.part_missing": [{ name: "manifest.json" }, 'The package has no "manifest.json".'],
  "package.part_refused": [
    { name: "manifest.json", problem: "it is not JSON" },
    '"manifest.json": it is not JSON.',
  ],
  "texts.unreadable": [
    undefined,
    "The file has no column text, or no column named after a language.",
  ],
  "package.cycle": [
    { names: "a > b > a" },
    "These flows include each other in a circle: a > b > a.",
  ],
}

describe("every error", () => {
  test.each(Object.entries(sentences))("%s says the whole sentence", (code, [facts, sentence]) => {
    // The pairs above come from one table with the code's own facts.
    const told = tellError(code as ErrorCode, facts as never)
    expect(told.detail).toBe(sentence)
  })

  test.each(entries)("%s has a known status, a title and a way out", (code, definition) => {
    expect(code).toMatch(/^[a-z]+\.[a-z_]+$/)
    expect(definition.status).toBeGreaterThanOrEqual(400)
    expect(definition.title).not.toMatch(/[.!]$/)
    expect(definition.fix).toMatch(/^[A-Z].*\.$/)
    expect(`${definition.title} ${definition.fix}`).not.toMatch(/invalid|failed to|oops|sorry/i)
  })
})
