import { newId } from "#catalog/ids.ts"
import type { TestTenant } from "./create-tenant.ts"

const openapi = JSON.stringify({ openapi: "3.0.0", paths: { "/a": { get: {} } } })
const ofVersions = ["closeStaging", "list", "promote", "renewStaging"]

type Inputs = Record<string, Record<string, unknown>>

/** A right input for each procedure that names a thing, made of one tenant's own ids. */
export function inputsOf({ ids }: Pick<TestTenant, "ids">): Inputs {
  return {
    ...{ ...makingInputs(ids), ...holdingInputs(ids), ...runningInputs(ids), ...askingInputs(ids) },
    ...understandingInputs(ids),
  }
}

function understandingInputs({ botId }: TestTenant["ids"]): Inputs {
  const intent = { name: "book", examples: ["I want a table"] }
  const entity = { name: "city", kind: "list", values: [{ value: "Lisbon" }] }
  const intentId = newId("itt")
  return {
    "understanding.list": { botId },
    "understanding.saveIntent": { botId, baseRevision: 0, intent },
    "understanding.deleteIntent": { botId, intentId },
    "understanding.saveEntity": { botId, baseRevision: 0, entity },
    "understanding.deleteEntity": { botId, entityId: newId("ent") },
    "understanding.try": { botId, text: "A table" },
    "understanding.conflicts": { botId },
    "understanding.utterances": { botId },
    "understanding.saveUtterances": { botId, utterances: [] },
    "understanding.sort": { botId, offset: 0 },
    "understanding.misunderstood": { botId },
    "understanding.settle": { botId, messageId: newId("mis") },
    "understanding.import": { botId, intents: [], entities: [] },
  }
}

/** Those of bots, flows, comments and people. */
function makingInputs({
  botId,
  scriptId,
  userId,
  inviteId,
  sessionId,
  scheduleId,
  threadId,
  commentId,
  entryId,
}: TestTenant["ids"]): Inputs {
  const layout = { version: 1, stepIds: [], groups: {}, titles: {} }
  return {
    "account.revokeSession": { sessionId },
    "bin.list": { botId },
    "bin.purgeBot": { entryId },
    "bin.restoreBot": { entryId },
    "bin.restoreScript": { botId, entryId },
    "bots.delete": { botId },
    "bots.get": { botId },
    "bots.loadDraft": { botId, scriptId },
    "bots.publish": { botId, baseRevision: 3 },
    "bots.rename": { botId, name: "Renamed" },
    "bots.saveDraft": { botId, source: "", layout, baseRevision: 2 },
    "bots.setAllowedOrigins": { botId, origins: [] },
    "bots.versions": { botId },
    "comments.delete": { botId, threadId, commentId },
    "comments.list": { botId },
    "comments.read": { botId, threadId },
    "comments.reply": { botId, threadId, body: "Yes" },
    "comments.resolve": { botId, threadId, isResolved: true },
    "comments.start": { botId, scriptId, flow: "main", anchor: null, x: 0, y: 0, body: "So?" },
    "scripts.create": { botId, name: "other" },
    "scripts.delete": { botId, scriptId },
    "scripts.duplicate": { botId, scriptId, name: "copy" },
    "scripts.list": { botId },
    "scripts.rename": { botId, scriptId, name: "renamed" },
    "schedules.list": { botId },
    "schedules.pause": { botId, scheduleId, isPaused: true },
    "schedules.run": { botId, scheduleId },
    "orgs.removeMember": { userId },
    "orgs.revokeInvite": { inviteId },
    "orgs.setRole": { userId, role: "builder" },
    "orgs.transfer": { userId },
  }
}

/** Those of what a bot holds. */
function holdingInputs({
  botId,
  fileId,
  baseId,
  documentId,
  siteId,
  conversationId,
}: TestTenant["ids"]): Inputs {
  return {
    "files.delete": { botId, fileId },
    "files.link": { botId, fileId },
    "files.list": { botId },
    "files.rename": { botId, fileId, path: "renamed.txt" },
    "knowledge.addSite": { botId, baseId, url: "https://nowhere.invalid/x" },
    "knowledge.bases": { botId },
    "knowledge.changeModel": { botId, baseId, model: "use-lite-en" },
    "knowledge.chunks": { botId, documentId },
    "knowledge.createBase": { botId, name: "Other" },
    "knowledge.deleteBase": { botId, baseId },
    "knowledge.deleteDocument": { botId, documentId },
    "knowledge.deleteSite": { botId, siteId },
    "knowledge.documents": { botId, baseId },
    "knowledge.embedders": { botId, baseId },
    "knowledge.refreshSite": { botId, siteId },
    "knowledge.retryDocument": { botId, documentId },
    "knowledge.search": { botId, text: "What is it?" },
    "packages.duplicate": { botId, name: "Copy" },
    "packages.export": { botId },
    "recordings.get": { conversationId },
    "recordings.list": { botId },
    "recordings.traffic": { botId },
    "results.export": { botId, format: "csv" },
    "results.list": { botId },
    "settings.get": { botId },
    "settings.import": { botId, text: "name,value\nx,y" },
    "settings.setClock": { botId, timeZone: "UTC", languages: [] },
    "settings.setValue": { botId, name: "x", value: "y" },
    "tables.deleteRow": { botId, table: "guests", key: "1" },
    "tables.export": { botId, table: "guests" },
    "tables.list": { botId },
    "tables.rows": { botId, table: "guests" },
    "tables.saveRow": { botId, table: "guests", key: "1", cells: { name: "changed" } },
    "texts.export": { botId },
    "texts.import": { botId, csv: "text,pt\nHello,Olá\n" },
    "tests.list": { botId },
    "tests.save": { botId, name: "start.test", source: 'TEST "a"', baseRevision: 0 },
    "webhooks.get": { botId },
    "webhooks.renew": { botId },
    "webhooks.setSigning": { botId, mustSign: true },
  }
}

/** Those of versions, models, and what people do. */
function runningInputs({
  botId,
  accountId,
  serviceId,
  conversationId,
  taskId,
  approvalId,
  mailId,
  versionId,
  snapshotId,
  previewId,
  keyId,
}: TestTenant["ids"]): Inputs {
  return {
    "apiKeys.rename": { keyId, name: "renamed" },
    "apiKeys.revoke": { keyId },
    "previews.create": { botId, ref: versionId, days: 1 },
    "previews.list": { botId },
    "previews.revoke": { botId, previewId },
    ...Object.fromEntries(ofVersions.map((name) => [`versions.${name}`, { botId }])),
    "versions.delete": { botId, ref: snapshotId },
    "versions.goLive": { botId, versionId },
    "versions.previewMove": { botId, table: { steps: {}, variables: {} } },
    "versions.read": { botId, ref: snapshotId },
    "versions.rename": { botId, ref: versionId, name: "x", note: "" },
    "versions.save": { botId, name: "x" },
    "inbox.get": { conversationId },
    "inbox.passage": { conversationId, passageId: newId("chk") },
    "models.deleteAccount": { accountId },
    "models.list": { botId },
    "models.names": { accountId },
    "models.putFirst": { accountId },
    "models.saveAccount": { accountId, provider: "openai", models: { default: "m" } },
    "models.setBudget": { scope: "bot", botId, dollars: 5 },
    "models.testAccount": { accountId },
    "tools.deleteService": { botId, serviceId },
    "tools.importService": { botId, name: "shop", document: openapi, url: "https://shop.example" },
    "tools.list": { botId },
    "inbox.note": { conversationId, text: "Note" },
    "inbox.reply": { conversationId, text: "Hello" },
    "inbox.resolve": { conversationId },
    "inbox.tag": { conversationId, tag: "refund", isOn: true },
    "inbox.take": { conversationId },
    "mails.get": { mailId },
    "approvals.decide": { approvalId, isApproved: true },
    "tasks.update": { taskId, state: "done" },
  }
}

/** Those of prompts and evaluations. */
function askingInputs({ botId, promptId, setId, runId }: TestTenant["ids"]): Inputs {
  return {
    "evaluations.createSet": { botId, name: "Other" },
    "evaluations.deleteRun": { botId, runId },
    "evaluations.deleteSet": { botId, setId },
    "evaluations.exportSet": { botId, setId, format: "csv" },
    "evaluations.getRun": { botId, runId },
    "evaluations.getSet": { botId, setId },
    "evaluations.importSet": { botId, setId, text: "question,answer\nWhat?,That." },
    "evaluations.list": { botId },
    "evaluations.saveSet": {
      botId,
      setId,
      name: "x",
      bases: [],
      before: [],
      questions: [],
      baseRevision: 2,
    },
    "evaluations.startRun": { botId, setId },
    "evaluations.stopRun": { botId, runId },
    "prompts.delete": { promptId },
    "prompts.endSplit": { promptId, number: 1 },
    "prompts.figures": { promptId },
    "prompts.get": { promptId },
    "prompts.saveVersion": { promptId, text: "Answer in {{tone}}.", variables: [] },
    "prompts.setLive": { promptId, number: 1 },
    "prompts.startSplit": { promptId, numberA: 1, numberB: 2 },
    "prompts.update": { promptId, goal: "booked" },
  }
}

/** A right input for the others. */
export const plainInputs: Record<string, unknown> = {
  "account.changePassword": { currentPassword: "x", newPassword: "another good secret" },
  "account.requestReset": { email: "nobody@example.org" },
  "account.resetPassword": { token: "x".repeat(43), newPassword: "another good secret" },
  "account.signUp": {
    email: "sweep@example.org",
    name: "Sweep",
    password: "correct horse battery",
  },
  "apiKeys.create": { name: "sweep", scopes: ["bots.read"] },
  "bots.create": { name: "B", template: "empty" },
  "bots.template": { template: "quiz" },
  "orgs.acceptInvite": { token: "x".repeat(43) },
  "orgs.create": { name: "O" },
  "orgs.delete": { confirmName: "not its name" },
  "orgs.invitation": { token: "x".repeat(43) },
  "orgs.invite": { email: "sweep@example.org", role: "viewer" },
  "orgs.rename": { name: "canary-one" },
  "inbox.list": { filter: "all" },
  "inbox.setPresence": { status: "online" },
  "mails.list": { state: "sent" },
  "notifications.list": { limit: 10 },
  "notifications.markRead": { ids: [] },
  "previews.open": { token: "x".repeat(43) },
  "previews.talk": { token: "x".repeat(43), pass: "", acts: [], beganMs: 0 },
  "prompts.create": { name: "sweep", text: "Be kind." },
  "approvals.list": {},
  "tasks.list": { state: "open" },
}
export const withoutInput = [
  "account.me",
  "account.sessions",
  "apiKeys.list",
  "bots.list",
  "bots.people",
  "bots.templates",
  "orgs.leave",
  "orgs.list",
  "orgs.members",
  "prompts.list",
]
