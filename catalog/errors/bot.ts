import { type ErrorDefinition, quote } from "./define.ts"

/** Bots and the conversations with them. */
export const botErrors = {
  "bot.not_found": {
    status: 404,
    retry: "never",
    title: "No such bot",
    detail: (f: { bot: string }) => `There is no bot ${quote(f.bot)}.`,
    fix: "Check the id or the public name of the bot.",
  },
  "bot.not_published": {
    status: 404,
    retry: "later",
    title: "Bot is not published",
    detail: (f: { bot: string }) => `The bot ${quote(f.bot)} has not been published yet.`,
    fix: "Publish it in the builder, then try again.",
  },
  "bot.origin_refused": {
    status: 403,
    retry: "never",
    title: "Site not allowed",
    detail: (f: { origin: string }) => `This bot does not take conversations from ${f.origin}.`,
    fix: "Add the site to the allowed origins of the bot, or remove them all to allow any site.",
  },
  "bot.draft_changed": {
    status: 409,
    retry: "changed",
    title: "Draft has changed",
    detail: (f: { revision: number; baseRevision: number }) =>
      `The draft is at revision ${f.revision}, and the request was made for revision ${f.baseRevision}.`,
    fix: "Load the draft again, look at what changed, and repeat.",
  },
  "passage.not_found": {
    status: 404,
    retry: "never",
    title: "No such passage",
    detail: () =>
      "This conversation cites no such passage, or its document has been removed since.",
    fix: "Use the id of a source of one of the conversation's messages.",
  },
  "script.not_found": {
    status: 404,
    retry: "never",
    title: "No such flow",
    detail: (f: { script: string }) => `This bot has no flow ${quote(f.script)}.`,
    fix: "Load the bot again and pick one of its flows.",
  },
  "script.name_taken": {
    status: 409,
    retry: "changed",
    title: "Name is taken",
    detail: (f: { name: string }) => `This bot has a flow called ${quote(f.name)} already.`,
    fix: "Choose another name. Capital and small letters are the same here.",
  },
  "script.limit": {
    status: 402,
    retry: "changed",
    title: "Bot is too large",
    detail: (f: { most: number; mostBytes: number }) =>
      `A bot may have ${f.most} flows with ${f.mostBytes} bytes of text in all.`,
    fix: "Delete flows that are not used, or shorten long ones.",
  },
  "script.entry_stays": {
    status: 409,
    retry: "never",
    title: "The first flow stays",
    detail: () =>
      'Conversations begin in the flow "start", so it keeps its name and is not deleted.',
    fix: "Duplicate it under another name, or empty it.",
  },
  "conversation.not_found": {
    status: 404,
    retry: "never",
    title: "No such conversation",
    detail: () => "There is no conversation with this id that this token opens.",
    fix: "Use the id and the token that came with the conversation when it was started.",
  },
  "conversation.token_refused": {
    status: 401,
    retry: "changed",
    title: "Token opens nothing",
    detail: () => "The token of the request opens no conversation.",
    fix: "Use the token that came when the conversation was started, or start a new one.",
  },
  "conversation.token_missing": {
    status: 401,
    retry: "changed",
    title: "No conversation token",
    detail: () => "The request carries no conversation token.",
    fix: "Send the header Authorization: Bearer <token> with the token that came when the conversation was started.",
  },
} as const satisfies Record<string, ErrorDefinition>
