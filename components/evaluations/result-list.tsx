"use client"

import { useTranslation } from "react-i18next"
import { ToneBadge } from "../ui/tone-badge.tsx"
import type { Result } from "./evaluation-shapes.ts"
import styles from "./evaluations.module.css"
import { useFigureWords } from "./figure-words.ts"

/** How each question went, those that went wrong first. */
export function ResultList({ results }: { results: readonly Result[] }) {
  const { t } = useTranslation("evaluations")
  const sorted = [...results].sort((one, other) => Number(one.isRight) - Number(other.isRight))
  return (
    <ul className={styles.list} aria-label={t("results")}>
      {sorted.map((result) => (
        <li key={result.question.question} className={styles.result}>
          <p className={styles.asked} dir="auto">
            {result.question.question}
          </p>
          <ResultFacts result={result} />
        </li>
      ))}
    </ul>
  )
}

/** What was said, what it rests on, and what is right and wrong about it. */
export function ResultFacts({ result }: { result: Result }) {
  const { t } = useTranslation("evaluations")
  const { share, seconds } = useFigureWords()
  const { answer, isRight, isDeclined, isFound, isMatch, cited, problem, unsupported } = result
  const marks = [
    isFound !== null && { text: t(isFound ? "mark.found" : "mark.notFound"), isGood: isFound },
    isMatch !== null && { text: t(isMatch ? "mark.matched" : "mark.notMatched"), isGood: isMatch },
    isDeclined && { text: t("mark.declined"), isGood: isRight },
  ].filter((mark) => mark !== false)
  return (
    <>
      <div className={styles.marks}>
        <ToneBadge tone={isRight ? "good" : "bad"}>
          {t(isRight ? "mark.right" : "mark.wrong")}
        </ToneBadge>
        {marks.map(({ text, isGood }) => (
          <ToneBadge key={text} tone={isGood ? "good" : "plain"}>
            {text}
          </ToneBadge>
        ))}
        <span className={styles.quiet}>
          {result.faithfulness !== null &&
            `${t("faithfulBy", { share: share(result.faithfulness) })} · `}
          {seconds(result.ms)}
        </span>
      </div>
      <p className={styles.answer} dir="auto">
        {problem === null ? answer || t("saidNothing") : t(problemKey(problem))}
      </p>
      {cited.length > 0 && (
        <p className={styles.quiet}>
          {t("sources")}{" "}
          {cited
            .map(({ title, section }) => (section === null ? title : `${title}: ${section}`))
            .join("; ")}
        </p>
      )}
      {unsupported.length > 0 && (
        <p className={styles.warning}>
          {t("unsupported")} {unsupported.join(" ")}
        </p>
      )}
    </>
  )
}

const problemKey = (problem: string) => {
  if (problem === "evaluation.faulted") return "problem.faulted"
  return problem === "evaluation.too_slow" ? "problem.tooSlow" : "problem.other"
}
