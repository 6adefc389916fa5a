import { type Assistant, checkName, putInto } from "./assistant.ts"

export function addSwitcher({ switchers }: Assistant, id: string, label: string | undefined): void {
  const switcher = { id: checkName("switcher", id), label: checkName("switcher", label ?? id) }
  putInto("switcher", switchers, switcher, (each) => each.id)
}

export function changeTheme(assistant: Assistant, name: string): void {
  assistant.theme = name.trim() === "" ? null : checkName("theme", name)
}
