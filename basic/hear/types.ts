/**
 * The types HEAR knows, each with the words a script may use for it. The parser stores the canonical
 * name; the validators are in the files of this folder.
 */
export const hearTypes = [
  "TEXT",
  "NAME",
  "EMAIL",
  "URL",
  "PASSWORD",
  "INTEGER",
  "NUMBER",
  "MONEY",
  "BOOLEAN",
  "DATE",
  "HOUR",
  "MOBILE",
  "ZIPCODE",
  "CPF",
  "CNPJ",
  "CREDITCARD",
  "LANGUAGE",
  "COLOR",
  "UUID",
  "MENU",
  "IMAGE",
  "VIDEO",
  "AUDIO",
  "FILE",
  "DOCUMENT",
  "QRCODE",
  "LOGIN",
] as const

export type HearType = (typeof hearTypes)[number]

/** Other words for a type, upper case. NUMBER is decimal: rounding what a person wrote would lose it. */
export const hearTypeAliases: ReadonlyMap<string, HearType> = new Map<string, HearType>([
  ["STRING", "TEXT"],
  ["ANY", "TEXT"],
  ["LINK", "URL"],
  ["PASS", "PASSWORD"],
  ["SECRET", "PASSWORD"],
  ["INT", "INTEGER"],
  ["FLOAT", "NUMBER"],
  ["DECIMAL", "NUMBER"],
  ["DOUBLE", "NUMBER"],
  ["CURRENCY", "MONEY"],
  ["AMOUNT", "MONEY"],
  ["BOOL", "BOOLEAN"],
  ["TIME", "HOUR"],
  ["PHONE", "MOBILE"],
  ["TELEPHONE", "MOBILE"],
  ["ZIP", "ZIPCODE"],
  ["CEP", "ZIPCODE"],
  ["POSTALCODE", "ZIPCODE"],
  ["CARD", "CREDITCARD"],
  ["LANG", "LANGUAGE"],
  ["COLOUR", "COLOR"],
  ["GUID", "UUID"],
  ["PHOTO", "IMAGE"],
  ["PICTURE", "IMAGE"],
  ["VOICE", "AUDIO"],
  ["SOUND", "AUDIO"],
  ["DOC", "DOCUMENT"],
  ["PDF", "DOCUMENT"],
  ["QR", "QRCODE"],
  ["AUTH", "LOGIN"],
])

const canonicalNames: ReadonlySet<string> = new Set(hearTypes)

/** Finds the canonical name of a type word in any case; null when HEAR knows no such type. */
export const canonicalHearType = (word: string): HearType | null => {
  const upper = word.toUpperCase()
  return canonicalNames.has(upper) ? (upper as HearType) : (hearTypeAliases.get(upper) ?? null)
}

/** Types answered by an upload rather than by text. */
export const uploadTypes: ReadonlySet<HearType> = new Set<HearType>([
  "IMAGE",
  "VIDEO",
  "AUDIO",
  "FILE",
  "DOCUMENT",
  "QRCODE",
])
