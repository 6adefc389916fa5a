import { index, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core"
import type { BotId, ConversationId } from "#catalog/ids.ts"
import { bots } from "./bots.ts"
import { belongsTo, createdAt, idText, moment, orgId } from "./columns.ts"
import { conversations } from "./conversations.ts"

export const projects = pgTable(
  "projects",
  {
    orgId: orgId(),
    id: idText("id").notNull(),
    botId: idText("bot_id").$type<BotId>().notNull(),
    name: text("name").notNull(),
    description: text("description").notNull().default(""),
    /** Names or addresses, in the order in which they joined. */
    people: jsonb("people").notNull().default([]),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "projects_pk", columns: [t.orgId, t.id] }),
    belongsTo({ orgId: t.orgId, id: t.botId }, bots).onDelete("cascade"),
  ],
)

/** Something a person has to do. `assignee` is what the script wrote: a name, an address, or nobody. */
export const tasks = pgTable(
  "tasks",
  {
    orgId: orgId(),
    id: idText("id").notNull(),
    botId: idText("bot_id").$type<BotId>().notNull(),
    conversationId: idText("conversation_id").$type<ConversationId>(),
    projectId: idText("project_id"),
    title: text("title").notNull(),
    description: text("description").notNull().default(""),
    assignee: text("assignee").notNull().default(""),
    /** low, medium, high or urgent. */
    priority: text("priority").notNull().default("medium"),
    /** open or done. */
    state: text("state").notNull().default("open"),
    dueAt: moment("due_at"),
    createdAt: createdAt(),
    doneAt: moment("done_at"),
  },
  (t) => [
    primaryKey({ name: "tasks_pk", columns: [t.orgId, t.id] }),
    belongsTo({ orgId: t.orgId, id: t.botId }, bots).onDelete("cascade"),
    belongsTo({ orgId: t.orgId, id: t.conversationId }, conversations).onDelete("set null"),
    belongsTo({ orgId: t.orgId, id: t.projectId }, projects).onDelete("set null"),
    index("tasks_state").on(t.orgId, t.state, t.dueAt),
  ],
)

export const taskLinks = pgTable(
  "task_links",
  {
    orgId: orgId(),
    taskId: idText("task_id").notNull(),
    otherTaskId: idText("other_task_id").notNull(),
    kind: text("kind").notNull().default("related"),
  },
  (t) => [
    primaryKey({ name: "task_links_pk", columns: [t.orgId, t.taskId, t.otherTaskId] }),
    belongsTo({ orgId: t.orgId, id: t.taskId }, tasks).onDelete("cascade"),
    belongsTo({ orgId: t.orgId, id: t.otherTaskId }, tasks).onDelete("cascade"),
  ],
)

/** What stands in a bot's calendar. */
export const calendarEvents = pgTable(
  "calendar_events",
  {
    orgId: orgId(),
    id: idText("id").notNull(),
    botId: idText("bot_id").$type<BotId>().notNull(),
    conversationId: idText("conversation_id").$type<ConversationId>(),
    title: text("title").notNull(),
    description: text("description").notNull().default(""),
    place: text("place").notNull().default(""),
    startsAt: moment("starts_at").notNull(),
    endsAt: moment("ends_at").notNull(),
    /** Addresses of who is invited. */
    people: jsonb("people").notNull().default([]),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: "calendar_events_pk", columns: [t.orgId, t.id] }),
    belongsTo({ orgId: t.orgId, id: t.botId }, bots).onDelete("cascade"),
    belongsTo({ orgId: t.orgId, id: t.conversationId }, conversations).onDelete("set null"),
    index("calendar_events_starts").on(t.orgId, t.botId, t.startsAt),
  ],
)
