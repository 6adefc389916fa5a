import { compile, parse } from "#basic"
import { newId } from "#catalog/ids.ts"
import type { ChatMessage } from "#catalog/messages.ts"
import type { Database } from "#db/client.ts"
import { createFakeClock } from "#server/clock.ts"
import { createMemoryPubSub } from "#server/infra/pubsub/memory.ts"
import type { PubSub } from "#server/infra/pubsub/port.ts"
import type { Queue } from "#server/infra/queue/port.ts"
import type { Handlers } from "#server/keywords/handler.ts"
import { handlers } from "#server/keywords/index.ts"
import type { StepParts } from "#server/keywords/step-parts.ts"
import { makeFakeParts } from "#server/keywords/tests/fake-parts.ts"
import { openLog } from "#server/log.ts"
import { createEngine } from "../create-engine.ts"
import type { Engine, EngineOptions } from "../engine.ts"
import type { InboundEvent, TurnResult } from "../event.ts"
import type { Deliver } from "../outbox.ts"
import type { SendRequest } from "../turn-step.ts"
import { addBot, createWorld, publishBundle, type World } from "./world.ts"

export type FakeClock = ReturnType<typeof createFakeClock>

/** An engine with a bot of its own, a clock that is turned by hand, and no network. */
export interface Bench extends World {
  readonly engine: Engine
  readonly clock: FakeClock
  /** Another engine over the same database: what a second process is. */
  addEngine(): Engine
  publish(source: string): Promise<string>
  /** Sends an event; what is not said is a message of a new key. */
  send(event: Partial<InboundEvent>): Promise<TurnResult>
  start(event?: Partial<InboundEvent>): Promise<TurnResult>
  say(conversationId: string, text: string, event?: Partial<InboundEvent>): Promise<TurnResult>
  /** Everything said in a conversation, as "bot: ..." and "contact: ..." in order. */
  readTranscript(conversationId: string): Promise<string[]>
  rows<Row>(text: string, params?: readonly (string | number)[]): Promise<Row[]>
}

export interface BenchOptions {
  readonly send?: SendRequest
  readonly parts?: StepParts
  readonly pubsub?: PubSub
  readonly handlers?: Handlers
  readonly channels?: ReadonlyMap<string, Deliver>
  readonly queue?: Pick<Queue, "add">
  readonly options?: Partial<EngineOptions>
  /** Takes the place of a fresh organization: a bot is added to this one. */
  readonly in?: World
}

export function compileSource(source: string) {
  const { program, diagnostics } = parse(source)
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === "error")
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join(" "))
  return compile(program, undefined, source)
}

export async function openBench(
  db: Database,
  source: string,
  options: BenchOptions = {},
): Promise<Bench> {
  const world = options.in ? await addBot(options.in) : await createWorld(db)
  const clock = createFakeClock(new Date())
  const pubsub = options.pubsub ?? createMemoryPubSub()
  const log = openLog("silent")
  const makeEngine = () =>
    createEngine({
      db,
      pubsub,
      clock,
      log,
      handlers: options.handlers ?? handlers,
      send: options.send ?? refuseToSend,
      parts: options.parts ?? makeFakeParts(),
      ...(options.channels && { channels: options.channels }),
      ...(options.queue && { queue: options.queue }),
      options: { leaseMs: 2_000, pollMs: 50, ...options.options },
    })
  const engine = makeEngine()
  const publish = (text: string) => publishBundle(world, compileSource(text))
  await publish(source)
  const send = (event: Partial<InboundEvent>) =>
    engine.accept({
      orgId: world.orgId,
      botId: world.botId,
      source: "test",
      key: newId("evt"),
      conversationId: null,
      kind: "message",
      ...event,
    })
  const rows = <Row>(text: string, params: readonly (string | number)[] = []) =>
    db.tenantQuery<Row>([world.orgId], text, params)
  return {
    ...world,
    engine,
    clock,
    addEngine: makeEngine,
    publish,
    send,
    start: (event = {}) => send({ kind: "start", ...event }),
    say: (conversationId, text, event = {}) => send({ conversationId, text, ...event }),
    rows,
    readTranscript: async (conversationId) => {
      const found = await rows<{ seq: number; sender: string; text: string }>(
        "select seq, sender, text from messages where conversation_id = $1 order by seq",
        [conversationId],
      )
      if (found.some(({ seq }, index) => seq !== index + 1))
        throw new Error(`The sequence has gaps: ${found.map(({ seq }) => seq).join(" ")}`)
      return found.map(({ sender, text }) => `${sender}: ${text}`)
    },
  }
}

export function texts(messages: readonly ChatMessage[]): string[] {
  return messages.map(({ text }) => text)
}

const refuseToSend: SendRequest = async () => {
  throw new Error("This test has no network.")
}
