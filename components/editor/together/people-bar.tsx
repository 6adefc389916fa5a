"use client"

import { Menu, Tooltip, UnstyledButton } from "@mantine/core"
import { useEffect, useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import type { PersonHere } from "#catalog/shared-flow/frames.ts"
import { Icon } from "../../ui/icon.tsx"
import type { BuilderStore } from "../builder-store.ts"
import { listPersons, type PeopleStore } from "./people-store.ts"
import { PersonChip } from "./person-chip.tsx"
import styles from "./together.module.css"
import { usePeopleStore } from "./together-links.tsx"

/** Who else has the flow open; a click follows them. */
export function PeopleBar({ store, isNarrow }: { store: BuilderStore; isNarrow: boolean }) {
  const people = usePeopleStore(store)
  const here = useStore(people, (state) => state.people)
  const followed = useStore(people, (state) => state.followed)
  const persons = listPersons(here.filter(({ presence }) => presence !== null))
  const most = isNarrow ? 1 : 3
  return (
    <>
      <Arrivals persons={persons} />
      {persons.length > 0 && (
        <Persons
          people={people}
          followed={followed}
          shown={persons.slice(0, most)}
          others={persons.slice(most)}
        />
      )}
    </>
  )
}

interface PersonsProps {
  readonly people: PeopleStore
  readonly followed: string | null
  readonly shown: readonly PersonHere[]
  readonly others: readonly PersonHere[]
}

function Persons({ people, followed, shown, others }: PersonsProps) {
  const { t } = useTranslation("together")
  const follow = ({ key }: PersonHere) =>
    people.setState({ followed: followed === key ? null : key })
  return (
    <fieldset className={styles.people}>
      <legend className={styles.unseen}>{t("people.label")}</legend>
      {shown.map((person) => (
        <Tooltip key={person.key} label={person.name}>
          <UnstyledButton
            className={styles.person}
            aria-pressed={followed === person.key}
            aria-label={t("people.follow", { name: person.name })}
            onClick={() => follow(person)}
          >
            <PersonChip {...person} />
          </UnstyledButton>
        </Tooltip>
      ))}
      {others.length > 0 && (
        <Menu position="bottom-end">
          <Menu.Target>
            <UnstyledButton
              className={styles.morePeople}
              aria-label={t("people.more", { count: others.length })}
            >
              +{others.length}
            </UnstyledButton>
          </Menu.Target>
          <Menu.Dropdown>
            {others.map((person) => (
              <Menu.Item
                key={person.key}
                leftSection={<PersonChip {...person} />}
                rightSection={followed === person.key ? <Icon name="check" size={15} /> : null}
                onClick={() => follow(person)}
              >
                {person.name}
                {!person.canEdit && <span className={styles.faint}> {t("people.viewer")}</span>}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </fieldset>
  )
}

/** Says who comes and goes to those who do not see it. */
function Arrivals({ persons }: { persons: readonly PersonHere[] }) {
  const { t } = useTranslation("together")
  const before = useRef<ReadonlyMap<string, string>>(new Map())
  const [said, setSaid] = useState("")
  useEffect(() => {
    const now = new Map(persons.map(({ userId, name }) => [userId, name]))
    const joined = [...now].find(([userId]) => !before.current.has(userId))
    const left = [...before.current].find(([userId]) => !now.has(userId))
    before.current = now
    if (joined) setSaid(t("people.joined", { name: joined[1] }))
    else if (left) setSaid(t("people.left", { name: left[1] }))
  }, [persons, t])
  return (
    <span className={styles.unseen} role="status">
      {said}
    </span>
  )
}
