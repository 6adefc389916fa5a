"use client"

import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { KeyScope } from "#catalog/key-scopes.ts"
import { Icon } from "../ui/icon.tsx"
import { RowAct, RowMenu } from "../ui/row-menu.tsx"
import { TimeAgo } from "../ui/time-ago.tsx"
import { ToneBadge } from "../ui/tone-badge.tsx"
import { type KeyAct, KeyActDialog } from "./key-act-dialog.tsx"
import styles from "./keys.module.css"

export interface ShownKey {
  readonly id: string
  readonly name: string
  readonly prefix: string
  readonly scopes: readonly KeyScope[]
  readonly bots: readonly { readonly id: string; readonly name: string }[] | null
  readonly state: "active" | "expired" | "revoked"
  readonly madeBy: string | null
  readonly expiresAt: string | null
  readonly lastUsedAt: string | null
}

export function KeyRow({ apiKey }: { apiKey: ShownKey }) {
  const { t, i18n } = useTranslation("keys")
  const { name, prefix, scopes, bots, state, madeBy, lastUsedAt } = apiKey
  const list = new Intl.ListFormat(i18n.language, { type: "conjunction" })
  return (
    <li className={styles.row} data-state={state}>
      <span className={styles.icon}>
        <Icon name="key" size={18} />
      </span>
      <div className={styles.words}>
        <div className={styles.head}>
          <strong dir="auto">{name}</strong>
          <code dir="ltr">{prefix}…</code>
          {state !== "active" && <ToneBadge tone="bad">{t(state)}</ToneBadge>}
        </div>
        <span>
          {t("may")}: {list.format(scopes.map((scope) => t(`scope.${scope}`)))}
        </span>
        {bots && (
          <span>
            {t("botsSome")}:{" "}
            {bots.length > 0 ? list.format(bots.map((bot) => bot.name)) : t("botsGone")}
          </span>
        )}
        <span className={styles.quiet}>
          {lastUsedAt ? (
            <>
              {t("used")} <TimeAgo at={lastUsedAt} />
            </>
          ) : (
            t("usedNever")
          )}
          {" · "}
          {madeBy === null ? t("makerGone") : t("madeBy", { name: madeBy })}
          {state === "active" && <Ending at={apiKey.expiresAt} />}
        </span>
      </div>
      {state !== "revoked" && <KeyMenu apiKey={apiKey} />}
    </li>
  )
}

function Ending({ at }: { at: string | null }) {
  const { t, i18n } = useTranslation("keys")
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: "medium" })
  return (
    <>
      {" · "}
      {at === null ? t("endsNever") : t("endsOn", { date: date.format(new Date(at)) })}
    </>
  )
}

function KeyMenu({ apiKey }: { apiKey: ShownKey }) {
  const { t } = useTranslation("keys")
  const [act, setAct] = useState<KeyAct | null>(null)
  return (
    <>
      <RowMenu label={t("menu", { name: apiKey.name })}>
        <RowAct icon="pencil" onAct={() => setAct("rename")}>
          {t("rename")}
        </RowAct>
        <RowAct icon="trash" isDanger onAct={() => setAct("revoke")}>
          {t("revoke")}
        </RowAct>
      </RowMenu>
      {act && <KeyActDialog apiKey={apiKey} act={act} onClose={() => setAct(null)} />}
    </>
  )
}
