import type { Database } from "#db/client.ts"
import type { Clock } from "#server/clock.ts"
import type { Container } from "#server/container.ts"
import { createEngine } from "#server/engine/create-engine.ts"
import type { Env } from "#server/env.ts"
import { workOnRun } from "#server/evaluation/work-on-run.ts"
import { createAnswerMemory } from "#server/infra/answers/memory.ts"
import { createDocumentThreads } from "#server/infra/documents/threads.ts"
import { createEmbeddedEmbedder } from "#server/infra/embedding/embedded.ts"
import { createFileLinks } from "#server/infra/files/links.ts"
import { openFiles } from "#server/infra/files/open-files.ts"
import { openMail } from "#server/infra/mail/open-mail.ts"
import { createOutbound } from "#server/infra/outbound/guarded.ts"
import type { Queue } from "#server/infra/queue/port.ts"
import { createSeal } from "#server/infra/seal/aes.ts"
import { handlers } from "#server/keywords/index.ts"
import { createKnowledge } from "#server/knowledge/create-knowledge.ts"
import type { Log } from "#server/log.ts"
import type { Metrics } from "#server/metrics.ts"
import { createModels } from "#server/models/ask-models.ts"
import { botFactsTopic } from "#server/records/settings/setting-names.ts"
import type { Secrets } from "#server/secrets/load-secrets.ts"
import { createUnderstanding } from "#server/understanding/create-understanding.ts"
import { openEmbedders } from "./open-embedders.ts"
import type { SharedParts } from "./open-shared-parts.ts"
import { requestThrough } from "./request-through.ts"

/** What has been opened before the container is put together. */
export interface OpenedParts extends SharedParts {
  readonly env: Env
  readonly secrets: Secrets
  readonly publicUrl: string
  readonly ownOrigins: ReadonlySet<string>
  readonly log: Log
  readonly clock: Clock
  readonly metrics: Metrics
  readonly db: Database
}

/** Puts the running parts of a process together. Without a queue the process acts on what it stores by itself. */
export function buildContainer(opened: OpenedParts, queue: Queue | null = null): Container {
  const { env, db, pubsub, clock, log } = opened
  const outbound = createOutbound({ allow: env.outboundAllow })
  const send = requestThrough(outbound)
  const mail = openMail(env, clock)
  const seal = createSeal(opened.secrets.encryptionKey)
  const files = openFiles(env, clock)
  const fileLinks = createFileLinks(opened.secrets.encryptionKey, opened.publicUrl)
  const documentWork = createDocumentThreads()
  const models = createModels(outbound)
  const embedder = createEmbeddedEmbedder()
  const readers = createDocumentThreads({ threads: 1, timeoutMs: 180_000, heapMb: 512 })
  const now = () => clock.now().getTime()
  const knowledge = createKnowledge({
    ...{ db, files, outbound, embedder, log, now },
    documents: readers,
    embedderOf: openEmbedders({ db, models, seal, clock, embedded: embedder }),
  })
  const understanding = createUnderstanding({ db, embedder })
  const own = {
    files,
    links: fileLinks,
    documents: documentWork,
    knowledge,
    outbound,
    understanding,
  }
  const answers = createAnswerMemory(pubsub, botFactsTopic)
  const { embedQuestion } = knowledge
  const pause = (ms: number) => new Promise<void>((go) => setTimeout(go, ms))
  const parts = { pause, mail, seal, models, answers, embedQuestion, ...own }
  const container: Container = {
    ...opened,
    outbound,
    models,
    ...{ files, fileLinks, documentWork, knowledge, understanding },
    mail,
    seal,
    engine: createEngine({
      ...{ db, pubsub, clock, log, handlers, send, parts, knowledge },
      publicUrl: opened.publicUrl,
      ...(queue === null ? {} : { queue }),
      evaluate: (orgId, runId) => workOnRun({ ...container, now }, orgId, runId),
    }),
  }
  return container
}
