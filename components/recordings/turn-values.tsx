"use client"

import { useTranslation } from "react-i18next"
import type { Recording } from "./recording-shapes.ts"
import styles from "./recordings.module.css"

/** What the variables held after a turn, those that it changed marked, and what the turn asked of others. */
export function TurnValues({ recording, turn }: { recording: Recording; turn: number }) {
  const { t } = useTranslation("bots")
  const { variables, effects, fault } = recording.turns[turn] ?? {
    variables: null,
    effects: [],
    fault: null,
  }
  const before = new Map(
    (recording.turns[turn - 1]?.variables ?? []).map(({ name, value }) => [name, show(value)]),
  )
  const known = (variables ?? []).filter(({ value }) => value !== null)
  return (
    <>
      {fault && (
        <p className={`${styles.note} ${styles.fault}`}>
          {t("talks.fault", { message: fault.message })}
        </p>
      )}
      {known.length === 0 && <p className={styles.note}>{t("talks.noValues")}</p>}
      <dl className={styles.values}>
        {known.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd dir="auto" data-changed={before.get(name) !== show(value) || undefined}>
              {show(value)}
            </dd>
          </div>
        ))}
      </dl>
      {effects.length > 0 && (
        <>
          <h2>{t("talks.effects")}</h2>
          <dl className={styles.values}>
            {effects.map(({ keyword, ok, failed }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: effects of a turn have no names, only an order
              <div key={index}>
                <dt>{keyword}</dt>
                <dd dir="auto">{failed ? failed.message : show(ok ?? null)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </>
  )
}

function show(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value)
  return text.length > 600 ? `${text.slice(0, 599)}…` : text
}
