import { type ErrorDefinition, quote } from "./define.ts"

/** Mail, tasks, calendar, and people who answer for a bot. */
export const peopleErrors = {
  "approval.not_found": {
    status: 404,
    retry: "never",
    title: "No such approval",
    detail: () => "There is no approval with this id here.",
    fix: "Load the list again.",
  },
  "approval.settled": {
    status: 409,
    retry: "never",
    title: "Already settled",
    detail: (f: { state: string }) => `This approval is ${f.state} already; it counts once.`,
    fix: "Nothing needs to be done. The list shows who decided.",
  },
  "approval.not_yours": {
    status: 403,
    retry: "never",
    title: "Somebody else decides",
    detail: (f: { approver: string }) => `Only ${f.approver} may approve or decline this.`,
    fix: "Ask this person to decide.",
  },
  "approval.nobody": {
    status: 422,
    retry: "changed",
    title: "Nobody may approve",
    detail: (f: { approver: string }) =>
      `${quote(f.approver)} is not the address of a member who may approve.`,
    fix: "Put the address of an owner, admin or builder behind APPROVER, or leave it out.",
  },
  "mail.daily_limit": {
    status: 429,
    retry: "later",
    title: "No more mail today",
    detail: (f: { limit: number }) =>
      `An organization sends at most ${f.limit} mails in 24 hours; nothing was sent.`,
    fix: "Wait until tomorrow, or send to fewer people.",
  },
  "mail.unreachable": {
    status: 502,
    retry: "later",
    title: "The mail server does not answer",
    detail: (f: { host: string }) => `The mail server ${f.host} could not be reached.`,
    fix: "Try again later. If it goes on, check SMTP_URL, and OUTBOUND_ALLOW for a server in a private network.",
  },
  "mail.refused": {
    status: 422,
    retry: "changed",
    title: "The mail was refused",
    detail: (f: { to: string; status: number | null }) =>
      `The mail server did not take the mail to ${quote(f.to)}${f.status === null ? "" : ` (status ${f.status})`}.`,
    fix: "Check the address. If all mail is refused, check the user and password in SMTP_URL.",
  },
  "mail.not_found": {
    status: 404,
    retry: "never",
    title: "No such mail",
    detail: () => "There is no mail with this id here.",
    fix: "Open it from the list of mails.",
  },
  "mail.address_refused": {
    status: 422,
    retry: "changed",
    title: "Not an e-mail address",
    detail: (f: { to: string }) => `${quote(f.to)} is not one e-mail address; nothing was sent.`,
    fix: "Write one address such as ana@example.org; several go into a list.",
  },
  "mail.recipients_limit": {
    status: 422,
    retry: "changed",
    title: "Too many recipients",
    detail: (f: { limit: number }) =>
      `This command takes at most ${f.limit} recipients; nothing was sent.`,
    fix: "Send to fewer at a time, or use BROADCAST.",
  },
  "template.not_found": {
    status: 404,
    retry: "never",
    title: "No such template",
    detail: (f: { name: string }) => `The bot has no message template ${quote(f.name)}.`,
    fix: "Make it with CREATE TEMPLATE first.",
  },
  "env.refused": {
    status: 403,
    retry: "never",
    title: "The environment is closed",
    detail: () =>
      "A script cannot read environment variables: they hold the secrets of the whole server.",
    fix: "Put the value into the settings of the bot, and read it with GET CONFIG.",
  },
  "task.limit": {
    status: 409,
    retry: "changed",
    title: "Too many open tasks",
    detail: (f: { limit: number }) =>
      `The organization has ${f.limit} open tasks, which is all there may be.`,
    fix: "Finish some of them on the page Tasks.",
  },
  "task.not_found": {
    status: 404,
    retry: "never",
    title: "No such task",
    detail: () => "There is no task with this id here.",
    fix: "Use the task_id that CREATE TASK gave.",
  },
  "project.limit": {
    status: 409,
    retry: "changed",
    title: "Too many projects",
    detail: (f: { limit: number }) => `The bot has ${f.limit} projects, which is all there may be.`,
    fix: "Delete one with DELETE PROJECT.",
  },
  "project.not_found": {
    status: 404,
    retry: "never",
    title: "No such project",
    detail: () => "There is no project with this id or name here.",
    fix: "Make it with CREATE PROJECT first.",
  },
  "calendar.event_not_found": {
    status: 404,
    retry: "never",
    title: "No such appointment",
    detail: () => "There is nothing in the calendar with this id.",
    fix: "Use the event_id that BOOK gave.",
  },
  "team.limit": {
    status: 409,
    retry: "changed",
    title: "The group is full",
    detail: (f: { limit: number }) => `A group may have ${f.limit} people.`,
    fix: "Make another group, or take somebody out of this one.",
  },
  "template.limit": {
    status: 409,
    retry: "changed",
    title: "Too many templates",
    detail: (f: { limit: number }) => `A bot may have ${f.limit} message templates.`,
    fix: "Write over one that is no longer used.",
  },
  "handoff.held": {
    status: 409,
    retry: "changed",
    title: "Somebody else has it",
    detail: () => "Another person answers in this conversation.",
    fix: "Open another conversation, or ask them to hand it back.",
  },
  "handoff.not_yours": {
    status: 409,
    retry: "changed",
    title: "Take it over first",
    detail: () => "Only the person who has taken this conversation over may answer in it.",
    fix: "Choose Take over, then answer.",
  },
} as const satisfies Record<string, ErrorDefinition>
