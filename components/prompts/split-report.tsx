"use client"

import { useTranslation } from "react-i18next"
import type { SplitFigures } from "./prompt-shapes.ts"
import styles from "./prompts.module.css"

/** What two versions side by side have shown, in plain words and in figures. */
export function SplitReport({ split }: { split: SplitFigures }) {
  const { t, i18n } = useTranslation("prompts")
  const { report, numberA, numberB } = split
  const percent = new Intl.NumberFormat(i18n.language, {
    style: "percent",
    maximumFractionDigits: 1,
  })
  const points = new Intl.NumberFormat(i18n.language, {
    ...{ maximumFractionDigits: 1, signDisplay: "exceptZero" },
  })
  const better = report.verdict === "a" ? numberA : numberB
  const sides = [
    { number: numberA, ...split.a, share: report.shareA },
    { number: numberB, ...split.b, share: report.shareB },
  ]
  return (
    <>
      <p className={styles.verdict} data-verdict={report.verdict} role="status">
        {t(
          `verdict.${report.verdict === "a" || report.verdict === "b" ? "better" : report.verdict}`,
          {
            number: better,
            least: report.leastPerSide,
          },
        )}
      </p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{t("versionHead")}</th>
            <th>{t("people")}</th>
            <th>{t(`measure.${split.measure}`)}</th>
            <th>{t("share")}</th>
          </tr>
        </thead>
        <tbody>
          {sides.map(({ number, total, hits, share }) => (
            <tr key={number}>
              <th scope="row">{t("version", { number })}</th>
              <td>{total}</td>
              <td>{hits}</td>
              <td>{total === 0 ? "–" : percent.format(share)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {report.verdict !== "too_few" && (
        <p className={styles.quiet}>
          {t("range", {
            difference: points.format(report.difference * 100),
            low: points.format(report.low * 100),
            high: points.format(report.high * 100),
            chance: percent.format(report.chance),
            a: numberA,
            b: numberB,
          })}
        </p>
      )}
    </>
  )
}
