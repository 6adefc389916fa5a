import type { AnswerReader } from "./reader.ts"
import { readBoolean } from "./readers/boolean.ts"
import { readColor } from "./readers/color.ts"
import { readCreditCard } from "./readers/credit-card.ts"
import { readDate, readHour } from "./readers/date.ts"
import { readEmail } from "./readers/email.ts"
import { readLanguage } from "./readers/language.ts"
import { readMobile } from "./readers/mobile.ts"
import { readName } from "./readers/name.ts"
import { readInteger, readMoney, readNumber } from "./readers/number.ts"
import { readCnpj, readCpf } from "./readers/tax-id.ts"
import { readUrl } from "./readers/url.ts"
import { readUuid } from "./readers/uuid.ts"
import { readZipcode } from "./readers/zipcode.ts"
import type { HearType } from "./types.ts"

const minPasswordChars = 8

/** Nothing that is typed answers these: they want a file or a sign-in. */
const refuseText: AnswerReader = () => null

/** One reader for each type. TEXT, PASSWORD and MENU are answered before: see `answer.ts`. */
export const answerReaders: Readonly<Record<HearType, AnswerReader>> = {
  TEXT: (reply) => reply,
  NAME: readName,
  EMAIL: readEmail,
  URL: readUrl,
  PASSWORD: (reply) => (reply.length >= minPasswordChars ? reply : null),
  INTEGER: readInteger,
  NUMBER: readNumber,
  MONEY: readMoney,
  BOOLEAN: readBoolean,
  DATE: readDate,
  HOUR: readHour,
  MOBILE: readMobile,
  ZIPCODE: readZipcode,
  CPF: readCpf,
  CNPJ: readCnpj,
  CREDITCARD: readCreditCard,
  LANGUAGE: readLanguage,
  COLOR: readColor,
  UUID: readUuid,
  MENU: (reply) => reply,
  IMAGE: refuseText,
  VIDEO: refuseText,
  AUDIO: refuseText,
  FILE: refuseText,
  DOCUMENT: refuseText,
  QRCODE: refuseText,
  LOGIN: refuseText,
}
