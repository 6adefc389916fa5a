import { limits } from "#catalog/limits.ts"
import type { ModelChoices } from "../model/read-choices.ts"
import type { Step } from "../step.ts"
import type { FoundFacts } from "./find-facts.ts"
import type { FittedHistory } from "./fit-history.ts"
import { leaksInstructions, removeStrangeLinks } from "./guards/guard-answer.ts"
import type { GuardedQuestion } from "./guards/guard-question.ts"
import { findClaims, guardTruth } from "./guards/guard-truth.ts"
import { openRelease } from "./guards/release-sentences.ts"
import { readMemory } from "./read-memory.ts"
import { type Answer, type AnswerRequest, unknownMark } from "./request.ts"
import { runTools, type ToolOutcome } from "./run-tools.ts"
import type { OfferedTool } from "./tools/offered-tool.ts"
import { cite } from "./words/cite.ts"
import { type AnswerLanguage, answerWords } from "./words/words.ts"
import { type Briefing, writeInstructions, writeQuestion } from "./write-instructions.ts"

export interface AnswerTask {
  readonly request: AnswerRequest
  readonly guarded: GuardedQuestion
  readonly choices: ModelChoices
  readonly history: FittedHistory
  readonly found: FoundFacts
  readonly tools: readonly OfferedTool[]
  readonly language: AnswerLanguage
}

/** Asks the model, lets it use its tools, and looks at what it says before anybody else reads it. */
export async function askAnswer(
  task: AnswerTask,
  step: Step,
): Promise<Answer & { usedTools: boolean }> {
  const { request, guarded, choices, history, found, tools, language } = task
  const words = answerWords(language)
  const memory = await readMemory(request, step)
  const briefing: Briefing = {
    ...{ instructions: request.instructions, facts: found.facts, summary: history.summary },
    memory,
    ...{ hasTools: tools.length > 0, exits: request.exits, question: guarded.text },
  }
  const instructions = writeInstructions(briefing, step)
  const question = writeQuestion(briefing)
  const known = [question, ...history.said, request.instructions, step.systemPrompt ?? ""]
  const isTold = request.keyword === "TALK ANSWER"
  const release = isTold ? openRelease(() => step.draft(), lookAt(known, instructions)) : null
  const outcome = await runTools(
    {
      ...{ choices, tools, maxCost: request.maxCost },
      // With a good passage nobody has to wait: it is quoted.
      ...(!found.isConfident && !step.isAutomation && { onOutage: () => step.say(words.patience) }),
      ...{ askFirst: request.askFirst, approver: request.approver, language },
      maxSteps: Math.min(
        limits.answerStepsMost,
        Math.max(1, Math.floor(request.maxSteps ?? limits.answerSteps)),
      ),
      wish: {
        ...{ keyword: request.keyword, instructions, prompt: request.prompt },
        messages: [...history.messages, { role: "user", text: question }],
        ...(release && { onText: release.add, onRestart: release.restart }),
      },
    },
    step,
  )
  const usedTools = outcome.callCount > 0
  const { text: written, exit } = readExit(outcome.asked.text, request.exits)
  const base = { isCached: false, usedTools, exit }
  const nothing = { ...base, text: words.unknown, sources: [], kind: "unknown" as const }
  if (written === "" || written.includes(unknownMark)) return nothing
  const safe = await checkAnswer(written, words.notDone, { instructions, known }, outcome, step)
  if (safe === null) return { ...nothing, text: words.refused }
  return await step.stage("cite", (note) => {
    const cited = cite(safe, found.facts)
    note({ sources: cited.sources.map(({ id }) => id) })
    return { ...base, ...cited, kind: "model" as const }
  })
}

/** Takes out what is not true and what nobody shall read; null for a text of which nothing may be said. */
async function checkAnswer(
  written: string,
  correction: string,
  { instructions, known }: { readonly instructions: string; readonly known: readonly string[] },
  outcome: ToolOutcome,
  step: Step,
): Promise<string | null> {
  const truth = await step.stage("truth guard", (note) => {
    const done = [...outcome.done, ...step.performed.map(asAction)]
    const checked = guardTruth(written, done, correction)
    if (checked.removed.length > 0) {
      note({ removed: [...checked.removed] })
      step.log(`policy: the model claimed what was not done: ${checked.removed.join(", ")}`)
    }
    return checked.text
  })
  return await step.stage("guard out", (note) => {
    if (!leaksInstructions(truth, instructions))
      return removeStrangeLinks(truth, [...known, ...outcome.results])
    note({ isLeak: true })
    step.log("policy: the model repeated its instructions")
    return null
  })
}

/** What a script did before counts as done, except what only reads. */
const asAction = (keyword: string) => ({
  name: /^(?:ANSWER|TALK ANSWER|MCP LIST|SUMMARY|RERANK|APPROVAL|GET|FIND|SEARCH)\b/.test(keyword)
    ? ""
    : keyword,
  description: "",
})

/** A sentence that might be taken back is not shown while it is written; what follows waits for the whole. */
const lookAt =
  (known: readonly string[], instructions: string) =>
  (sentence: string): string | null => {
    if (sentence.includes("[[") || findClaims(sentence.trim()).length > 0) return null
    if (leaksInstructions(sentence, instructions)) return null
    return removeStrangeLinks(sentence, known)
  }

function readExit(text: string, exits: readonly string[]) {
  const match = /\[\[end:\s*([^\]]+)\]\]/i.exec(text)
  const named = match?.[1]?.trim().toLowerCase() ?? ""
  const exit = exits.find((each) => each.toLowerCase() === named) ?? null
  return { text: text.replace(/\[\[end:[^\]]*\]\]/gi, "").trim(), exit }
}
