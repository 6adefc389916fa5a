import type { HTMLAttributes } from "react"

type InputMode = HTMLAttributes<HTMLElement>["inputMode"]

const modes: Readonly<Record<string, InputMode>> = {
  email: "email",
  url: "url",
  integer: "numeric",
  float: "decimal",
  number: "decimal",
  money: "decimal",
  mobile: "tel",
  zipcode: "text",
  creditcard: "numeric",
  cpf: "numeric",
  cnpj: "numeric",
}

/** Which keyboard a phone shows for what is asked; `kind` is the kind of the wait. */
export function inputModeOf(kind: string): InputMode {
  return Object.hasOwn(modes, kind) ? modes[kind] : "text"
}
