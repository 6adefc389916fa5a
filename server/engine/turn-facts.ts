import { findZone } from "#catalog/find-zone.ts"
import type { Clock } from "#server/clock.ts"
import { AppError } from "#server/errors/app-error.ts"
import { listAmbient, readsPerson, readsPlatform } from "./ambient-values.ts"
import type { BotFacts } from "./bot-facts.ts"
import { isEvaluation, isStaging } from "./channel-kind.ts"
import { readActor } from "./conversation-state.ts"
import { deriveSeed } from "./derive-id.ts"
import type { EngineStore } from "./engine-store.ts"
import { type AcceptedEvent, isAutomation } from "./event.ts"
import type { VersionMove } from "./follow-publications.ts"
import type { Programs } from "./programs.ts"
import type { ConversationRow, Recorded } from "./store-rows.ts"
import { utcZone } from "./zone.ts"

interface FactsParts {
  readonly store: EngineStore
  readonly programs: Programs
  readonly botFacts: Pick<BotFacts, "load">
  readonly clock: Clock
}

/** Finds out what a turn has to know before it begins: which bot and version act, what moved, who is there. */
export class TurnFacts {
  readonly #parts: FactsParts

  constructor(parts: FactsParts) {
    this.#parts = parts
  }

  /** The row of a conversation that its first turn will store. */
  async startConversation(event: AcceptedEvent): Promise<ConversationRow> {
    const { payload } = event
    return {
      orgId: event.orgId,
      id: event.conversationId,
      botId: event.botId,
      botVersionId: await this.#findVersion(event, event.botId, event.source),
      contactId: payload.contactId ?? null,
      channel: event.source,
      language: payload.language ?? null,
      version: 0,
      epoch: 0,
      running: null,
      state: null,
      waiting: null,
      runId: null,
      isNew: true,
      tokenHash: payload.tokenHash ?? null,
      isHeld: false,
    }
  }

  /** The version that is published, what stands in staging for a conversation with that, or the one evaluated. */
  async #findVersion(
    { orgId, payload }: AcceptedEvent,
    botId: string,
    channel: string,
  ): Promise<string> {
    const { store } = this.#parts
    if (isEvaluation(channel) && payload.versionId !== undefined) return payload.versionId
    const versionId = isStaging(channel)
      ? await store.findStagingVersion(orgId, botId)
      : await store.findPublishedVersion(orgId, botId)
    if (versionId === null) throw new AppError("bot.not_published", { bot: botId })
    return versionId
  }

  /** What the turn is told once, and reads again when it runs again. */
  async record(event: AcceptedEvent, conversation: ConversationRow): Promise<Recorded> {
    const isIdle = conversation.waiting === null && !conversation.isNew
    const botId = await this.#findActing(event, conversation)
    const facts = await this.#parts.botFacts.load(event.orgId, botId)
    const { zone, language, params } = facts
    if (!facts.isThere) throw new AppError("bot.not_found", { bot: botId })
    const nowMs = this.#parts.clock.now().getTime()
    const versionId = isIdle
      ? await this.#findVersion(event, botId, conversation.channel)
      : conversation.botVersionId
    const moves = await this.#listMoves(conversation, facts.moves)
    const ambient =
      conversation.waiting === null
        ? await this.#readAmbient(event.payload.versionId ?? versionId, conversation, nowMs, zone)
        : null
    return {
      nowMs,
      seed: deriveSeed(event.id),
      versionId,
      ...(botId !== conversation.botId && { botId }),
      ...(zone !== "UTC" && { zone }),
      ...(language !== null && conversation.language === null && { language }),
      ...((params !== null || ambient !== null) &&
        conversation.waiting === null && { params: { ...ambient, ...params } }),
      ...(conversation.isHeld && { isHeld: true as const }),
      ...(moves.length > 0 && { moves }),
    }
  }

  /** Publications after the version this conversation is in; staging has versions of its own. */
  async #listMoves(
    { orgId, waiting, channel, botVersionId }: ConversationRow,
    moves: readonly VersionMove[],
  ): Promise<readonly VersionMove[]> {
    if (moves.length === 0 || waiting === null || isStaging(channel)) return []
    const program = await this.#parts.programs.load(orgId, botVersionId).catch(() => null)
    return program === null ? [] : moves.filter(({ number }) => number > program.number)
  }

  /** The bot that answers: the one it was handed over to, as long as it is published; else its own. */
  async #findActing(event: AcceptedEvent, conversation: ConversationRow): Promise<string> {
    if (isAutomation(event.kind)) return event.botId
    const actor = readActor(conversation.state)
    if (actor === null) return conversation.botId
    const version = await this.#parts.store.findPublishedVersion(event.orgId, actor)
    return version === null ? conversation.botId : actor
  }

  /** Who is there and what day it is, for a program that reads it; null for all others, which pay nothing for it. */
  async #readAmbient(
    versionId: string,
    conversation: ConversationRow,
    nowMs: number,
    zone: string,
  ): Promise<Recorded["params"] | null> {
    const { programs, store } = this.#parts
    const { orgId, contactId } = conversation
    // A version that cannot be loaded is told of where the run begins.
    const program = await programs.load(orgId, versionId).catch(() => null)
    const variables = program?.loaded.bundle.variables ?? []
    if (!readsPlatform(variables)) return null
    const isAsked = contactId !== null && readsPerson(variables)
    const facts = isAsked ? await store.findContact(orgId, contactId) : null
    return listAmbient(conversation, facts, nowMs, findZone(zone) ?? utcZone)
  }
}
