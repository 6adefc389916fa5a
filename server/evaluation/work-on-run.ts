import type { EvaluationQuestion } from "#catalog/evaluation/question.ts"
import { type AnswerScore, type Likeness, scoreAnswer } from "#catalog/evaluation/score-answer.ts"
import type { EvaluationResult } from "#catalog/evaluation/sum-up.ts"
import type { OrgId } from "#catalog/ids.ts"
import { isAppError } from "#server/errors/app-error.ts"
import type { PubSub } from "#server/infra/pubsub/port.ts"
import type { Knowledge } from "#server/knowledge/port.ts"
import type { Log } from "#server/log.ts"
import { botFactsTopic } from "#server/records/settings/setting-names.ts"
import type { EvaluatedAnswer } from "./answer.ts"
import { askBot, type BotParts, dropConversations, problemOf } from "./ask-bot.ts"
import { askKnowledge } from "./ask-knowledge.ts"
import { judgeAnswer } from "./judge-answer.ts"
import { type Judge, type JudgeParts, openJudge } from "./open-judge.ts"
import { forgetAnswers, type LeasedRun, leaseRun, releaseRun, storeResult } from "./run-store.ts"

export interface EvaluationParts extends BotParts, JudgeParts {
  readonly knowledge: Knowledge & {
    /** Where a text stands among others, as a vector of length 1. */
    embedQuestion(text: string): Promise<readonly number[] | null>
  }
  readonly pubsub: Pick<PubSub, "publish">
  readonly log: Log
}

/** After this, others get their turn; the run goes on after them. Units: ms. */
const sliceMs = 10_000
const maxAttempts = 4
const firstDelayMs = 2_000

/**
 * Goes on with a run wherever it stands: asks its next question and keeps the result, until all are answered or its
 * time is up. What was answered is not asked again, however the process ends.
 */
export async function workOnRun(parts: EvaluationParts, orgId: OrgId, id: string): Promise<void> {
  const run = await leaseRun(parts.db, orgId, id)
  if (run === null) return
  try {
    if (await askAll(parts, run)) {
      await dropConversations(parts.db, run)
      await releaseRun(parts.db, run, { state: "ready" })
    }
  } catch (error) {
    await giveBack(parts, run, error)
  }
}

/** True when every question has its result; false when time was up, or the run is somebody else's. */
async function askAll(parts: EvaluationParts, run: LeasedRun): Promise<boolean> {
  const until = performance.now() + sliceMs
  const likeness = openLikeness(parts.knowledge)
  const judge = run.hasJudge ? openJudge(parts, run) : null
  if (run.answered.length === 0) {
    // An answer that was kept would cost nothing and say nothing of this version.
    await forgetAnswers(parts.db, run)
    await parts.pubsub.publish(botFactsTopic, { botId: run.botId })
  }
  const answered = new Set(run.answered)
  for (const [position, question] of run.questions.entries()) {
    if (answered.has(position)) continue
    if (performance.now() > until) {
      await releaseRun(parts.db, run, { state: "later", afterMs: 0 })
      return false
    }
    const given = await ask(parts, run, position)
    const { cited, ...answer } = given
    const score = await scoreWith(judge, question, given, likeness)
    const result: EvaluationResult = {
      ...score,
      ...{ question, answer: answer.text, isDeclined: answer.isDeclined },
      ...{
        ms: answer.ms,
        dollars: answer.dollars + (judge?.takeCost() ?? 0),
        problem: answer.problem,
      },
      ...(answer.problem !== null && { isRight: false }),
      cited: cited.map(({ title, section }) => ({ title, section })),
    }
    if (!(await storeResult(parts.db, run, position, result))) return false
  }
  return true
}

/** By words, and by a judge where there is one. */
async function scoreWith(
  judge: Judge | null,
  question: EvaluationQuestion,
  given: EvaluatedAnswer,
  likeness: Likeness,
): Promise<AnswerScore> {
  const score = await scoreAnswer(question, given, likeness)
  const judged = judge === null ? null : await judgeAnswer(question, given, judge.ask)
  if (judged === null) return score
  const isByAnswer = score.isFound === null && judged.isMatch !== null
  return { ...score, ...judged, isRight: isByAnswer ? judged.isMatch === true : score.isRight }
}

async function ask(
  parts: EvaluationParts,
  run: LeasedRun,
  position: number,
): Promise<EvaluatedAnswer> {
  const question = run.questions[position]
  if (question === undefined) throw new Error(`There is no question ${position}.`)
  try {
    return run.versionId === null
      ? await askKnowledge(parts.knowledge, run, question)
      : await askBot(parts, run, position, question)
  } catch (error) {
    const problem = problemOf(error)
    if (problem === null) throw error
    return { text: "", isDeclined: false, cited: [], ms: 0, dollars: 0, problem }
  }
}

/** The cosine of two texts by the embedder that comes with the product; each text is looked at once. */
function openLikeness({ embedQuestion }: EvaluationParts["knowledge"]): Likeness {
  const known = new Map<string, Promise<readonly number[] | null>>()
  const vectorOf = (text: string) => {
    const vector = known.get(text) ?? embedQuestion(text.slice(0, 1_000))
    known.set(text, vector)
    return vector
  }
  return async (one, other) => {
    const [a, b] = await Promise.all([vectorOf(one), vectorOf(other)])
    if (a === null || b === null) return 0
    return a.reduce((sum, each, at) => sum + each * (b[at] ?? 0), 0)
  }
}

async function giveBack({ db, log }: EvaluationParts, run: LeasedRun, error: unknown) {
  if (isAppError(error, "server.stopping"))
    return await releaseRun(db, run, { state: "later", afterMs: 0 })
  log.warn({ err: error, runId: run.id }, "An evaluation could not be worked on.")
  if (run.attempts >= maxAttempts) {
    const problem = isAppError(error) ? error.code : "internal.unexpected"
    return await releaseRun(db, run, { state: "failed", problem })
  }
  await releaseRun(db, run, { state: "later", afterMs: firstDelayMs * 2 ** (run.attempts - 1) })
}
