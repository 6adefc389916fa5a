import type { AnswerReader } from "../reader.ts"
import { foldWord } from "./boolean.ts"

/** ISO 639-1 codes with the names people use: English, Portuguese, Spanish, and the language's own. Accents removed. */
const names: Readonly<Record<string, string>> = {
  ar: "arabic,arabe,العربية",
  bg: "bulgarian,bulgaro,български",
  bn: "bengali,bengali,বাংলা",
  ca: "catalan,catalao,catala",
  cs: "czech,tcheco,checo,cestina",
  da: "danish,dinamarques,danes,dansk",
  de: "german,alemao,aleman,deutsch",
  el: "greek,grego,griego,ελληνικα",
  en: "english,ingles",
  es: "spanish,espanhol,espanol,castellano",
  et: "estonian,estoniano,estonio,eesti",
  fa: "persian,persa,farsi,فارسی",
  fi: "finnish,finlandes,finland,suomi",
  fr: "french,frances,francais",
  he: "hebrew,hebraico,hebreo,עברית",
  hi: "hindi,हिन्दी",
  hr: "croatian,croata,hrvatski",
  hu: "hungarian,hungaro,magyar",
  id: "indonesian,indonesio,bahasa indonesia",
  it: "italian,italiano",
  ja: "japanese,japones,日本語",
  ko: "korean,coreano,한국어",
  lt: "lithuanian,lituano,lietuviu",
  lv: "latvian,letao,leton,latviesu",
  ms: "malay,malaio,malayo,bahasa melayu",
  nl: "dutch,holandes,neerlandes,nederlands",
  no: "norwegian,noruegues,noruego,norsk",
  pl: "polish,polones,polaco,polski",
  pt: "portuguese,portugues",
  ro: "romanian,romeno,rumano,romana",
  ru: "russian,russo,ruso,русскии",
  sk: "slovak,eslovaco,slovencina",
  sl: "slovenian,esloveno,slovenscina",
  sr: "serbian,servio,serbio,српски",
  sv: "swedish,sueco,svenska",
  sw: "swahili,suaili,kiswahili",
  th: "thai,tailandes,ไทย",
  tr: "turkish,turco,turkce",
  uk: "ukrainian,ucraniano,українська",
  ur: "urdu,اردو",
  vi: "vietnamese,vietnamita,tieng viet",
  zh: "chinese,chines,chino,mandarin,mandarim,中文",
}
const codeByName: ReadonlyMap<string, string> = new Map(
  Object.entries(names).flatMap(([code, list]) =>
    list.split(",").map((name) => [foldWord(name), code] as const),
  ),
)

/** A language by its code (`pt`, `pt-BR`) or name; the value is its ISO 639-1 code. */
export const readLanguage: AnswerReader = (reply) => {
  const word = foldWord(reply)
  const code = /^([a-z]{2})(?:[-_][a-z]{2,4})?$/.exec(word)?.[1]
  if (code !== undefined && Object.hasOwn(names, code)) return code
  return codeByName.get(word) ?? null
}
