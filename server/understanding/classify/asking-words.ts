import type { Language } from "#server/knowledge/words/split-words.ts"

/** What the small words of a sentence are in English: they tell a wish from a question, and one question from another. Folded. */
const lists: Readonly<Record<Exclude<Language, "en">, string>> = {
  pt: "onde:where aonde:where cade:where quando:when como:how quanto:how quantos:how quantas:how qual:what quais:what que:what quem:who porque:why nao:not sem:without quero:want queria:want gostaria:like preciso:need posso:can pode:can podem:can consigo:can da:can tem:have tenho:have ha:have ainda:still ja:already hoje:today amanha:tomorrow agora:now voces:you voce:you meu:my minha:my mais:more outro:another outra:another novo:new nova:new alguem:somebody horas:time me:me esqueci:forgot",
  es: "donde:where cuando:when como:how cuanto:how cuantos:how cuantas:how cual:what cuales:what que:what quien:who porque:why no:not sin:without quiero:want quisiera:like necesito:need puedo:can puede:can pueden:can tengo:have tiene:have tienen:have hay:have ya:already todavia:still aun:still hoy:today manana:tomorrow ahora:now usted:you ustedes:you mi:my mis:my mas:more otro:another otra:another nuevo:new nueva:new alguien:somebody hora:time me:me olvide:forgot",
  fr: "ou:where quand:when comment:how combien:how quel:what quelle:what quels:what quelles:what que:what qui:who pourquoi:why pas:not sans:without veux:want voudrais:like peux:can peut:can pouvez:can avez:have ai:have encore:still deja:already vous:you mon:my ma:my mes:my plus:more autre:another nouveau:new nouvelle:new quelqu:somebody demain:tomorrow maintenant:now",
  de: "wo:where wohin:where wann:when wie:how wieviel:how welche:what welcher:what welches:what was:what wer:who warum:why nicht:not kein:not keine:not ohne:without will:want mochte:like brauche:need kann:can konnen:can habe:have haben:have gibt:have noch:still schon:already heute:today morgen:tomorrow jetzt:now sie:you ihr:you mein:my meine:my meinen:my mehr:more andere:another anderen:another neu:new neue:new neues:new jemand:somebody jemandem:somebody uhr:time",
}

const tables = new Map(
  Object.entries(lists).map(([language, list]) => [
    language,
    new Map(list.split(" ").map((pair) => pair.split(":") as [string, string])),
  ]),
)

/** The English word for a small word of another language; null when it is none. */
export function askingWord(word: string, language: Language): string | null {
  return tables.get(language)?.get(word) ?? null
}
