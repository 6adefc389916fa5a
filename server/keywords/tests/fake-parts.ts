import type { Json } from "#basic/vm/value.ts"
import { AppError } from "#server/errors/app-error.ts"
import { performTask } from "#server/infra/documents/perform-task.ts"
import { createFileLinks } from "#server/infra/files/links.ts"
import { createMemoryFiles } from "#server/infra/files/memory.ts"
import type { MailMessage } from "#server/infra/mail/port.ts"
import type { FoundPassages } from "#server/knowledge/port.ts"
import type {
  ModelAccount,
  ModelCall,
  ModelQuestion,
  Recording,
  SpokenText,
} from "#server/models/port.ts"
import type { Understood } from "#server/understanding/port.ts"
import type { StepParts } from "../step-parts.ts"

/** Ports that keep in memory what they were given. */
export function makeFakeParts() {
  const mails: MailMessage[] = []
  /** What the internet answers, by address. */
  const pages = new Map<string, Uint8Array>()
  /** What models were asked; they answer with what `say` gives. */
  const questions: { account: ModelAccount; question: ModelQuestion }[] = []
  /** A text, or tools it asks for. */
  const model = {
    say: (): string | readonly ModelCall[] => "An answer.",
    hear: (): string => "What was said.",
    speak: (): Uint8Array => Uint8Array.from([0xff, 0xfb, 1, 2]),
  }
  const pauses: number[] = []
  const heard: { account: ModelAccount; recording: Recording }[] = []
  const spoken: { account: ModelAccount; said: SpokenText }[] = []
  /** What knowledge bases are found to say. */
  const found: { answer: FoundPassages } = { answer: { passages: [], isConfident: false } }
  /** What messages are found to mean. */
  const understood: { answer: Understood } = { answer: { meanings: [], entities: {} } }
  const answers = new Map<string, Json>()
  const parts: StepParts = {
    answers: {
      find: ({ botId, hash }) => answers.get(`${botId}/${hash}`) ?? null,
      keep: ({ botId, hash }, answer) => void answers.set(`${botId}/${hash}`, answer),
      forget: () => answers.clear(),
    },
    embedQuestion: async () => null,
    models: {
      ask: async (account, question) => {
        questions.push({ account, question })
        const said = model.say()
        const usage = { inputTokens: 10, cachedTokens: 0, outputTokens: 5, isCut: false }
        if (typeof said !== "string") return { text: "", calls: said, ...usage }
        question.onText?.(said)
        return { text: said, calls: [], ...usage }
      },
      transcribe: async (account, recording) => {
        heard.push({ account, recording })
        return { text: model.hear(), seconds: 30 }
      },
      speak: async (account, said) => {
        spoken.push({ account, said })
        return model.speak()
      },
      embed: async (_account, { texts }) => ({
        vectors: texts.map((text) => Float32Array.from([1, text.length])),
        tokens: texts.length,
      }),
      listNames: async () => ["m"],
      countTokens: async (text) => Math.ceil(text.length / 4),
    },
    pause: async (ms) => void pauses.push(ms),
    files: createMemoryFiles(),
    links: createFileLinks("k".repeat(40), "https://bots.example"),
    documents: { run: performTask, close: async () => {} },
    knowledge: { search: async () => found.answer },
    understanding: { understand: async () => understood.answer },
    outbound: {
      request: async ({ url }) => {
        const answer = pages.get(url)
        if (answer === undefined) throw new AppError("outbound.unreachable", { host: url })
        return { status: 200, headers: new Map(), body: answer, url }
      },
    },
    seal: { close: (plain) => `sealed:${plain}`, open: (sealed) => sealed.replace(/^sealed:/, "") },
    mail: {
      way: "outbox",
      send: async (message) => {
        mails.push(message)
        return { messageId: `<${message.key}@example.org>` }
      },
    },
  }
  return { ...parts, mails, pages, questions, pauses, heard, spoken, model, found, understood }
}
