"use client"

import { useTranslation } from "react-i18next"
import { ScrollRegion } from "../ui/scroll-region.tsx"
import styles from "./understanding.module.css"
import type { Sorted } from "./use-measurement.ts"

/** What was taken for what: a row for what it should be, a column for what it was taken for. */
export function ConfusionMatrix({ sorted }: { sorted: readonly Sorted[] }) {
  const { t } = useTranslation("understanding")
  const names = [...new Set(sorted.flatMap(({ expected, found }) => [expected, found]))].toSorted(
    (a, b) => (a ?? "\uffff").localeCompare(b ?? "\uffff"),
  )
  const nameOf = (intent: string | null) => intent ?? t("nobody")
  const count = (expected: string | null, found: string | null) =>
    sorted.filter((each) => each.expected === expected && each.found === found).length
  const wrong = sorted.filter(({ expected, found }) => expected !== found)
  return (
    <>
      <ScrollRegion className={styles.scroll} label={t("matrix")}>
        <table className={styles.matrix}>
          <caption>{t("matrix")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("shouldBe")}</th>
              {names.map((found) => (
                <th key={found ?? ""} scope="col">
                  {t("takenFor", { intent: nameOf(found) })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {names.map((expected) => (
              <tr key={expected ?? ""}>
                <th scope="row">{nameOf(expected)}</th>
                {names.map((found) => {
                  const number = count(expected, found)
                  const look = number === 0 ? "none" : expected === found ? "right" : "wrong"
                  return (
                    <td key={found ?? ""} data-look={look}>
                      {number}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {wrong.length > 0 && (
        <>
          <h3 className={styles.small}>{t("wrong")}</h3>
          <ul className={styles.wrong}>
            {wrong.map(({ text, expected, found }) => (
              <li key={text}>
                {t("wrongRow", { text, expected: nameOf(expected), found: nameOf(found) })}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
