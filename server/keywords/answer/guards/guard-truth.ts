import { kindIn, kindsIn, plainOf } from "./action-kinds.ts"

/** How a finished action is claimed: "I have booked", "foi reservado", "habe ... gebucht". */
const claims = [
  /\b(?:i|we)(?:['’]ve| have| just| already|['’]ll have)*\s+(?:just |now |already |successfully )*(\p{L}+(?:ed|t|id|nt))\b/giu,
  /\b(?:has|have|was|were|is|are)\s+(?:now |just |already |been |successfully )*(\p{L}{3,}(?:ed|nt|id))\b/giu,
  /\b(?:eu |ja |agora |acabei de )?(reservei|agendei|enviei|mandei|cancelei|comprei|pedi|reembolsei|criei|abri|registrei|atualizei|alterei|mudei|exclui|apaguei|paguei|transferi|encaminhei|fiz)\b/giu,
  /\b(?:foi|foram|fue|fueron|ha sido|han sido|esta|ficou)\s+(?:ja |ya )?(\p{L}{3,}(?:ad[oa]s?|id[oa]s?|st[oa]s?))\b/giu,
  /\b(?:he|hemos)\s+(?:ya )?(\p{L}{3,}(?:ado|ido|sto|cho))\b/giu,
  /\b(?:habe|haben|wurde|wurden|ist|sind)\b[^.!?]{0,80}?\b(reserviert|gebucht|bestellt|geschickt|verschickt|gesendet|storniert|erstattet|uberwiesen|erstellt|angelegt|eroffnet|eingetragen|geandert|aktualisiert|geloscht|entfernt|weitergeleitet|ubergeben|bezahlt)\b/giu,
  /\b(?:j['’]ai|nous avons|a ete|ont ete|est|sont)\s+(?:bien |deja )?(\p{L}{3,}(?:e|es|ee|ees|is|it|u))\b/giu,
  /\b((?:\p{L}+ )?\p{L}{2,}(?:ildi|uldu|ttim|dim|tim|dum|tum|ttik|dik|ndi))\b/giu,
  /((?:تم|لقد|قمت)\s+\p{L}+)/gu,
]

/**
 * Finds the actions a text says are done, by their kinds. Wishes, offers and questions claim nothing, and neither
 * does what somebody else did.
 */
export function findClaims(sentence: string): string[] {
  if (/\?\s*$/.test(sentence)) return []
  const plain = plainOf(sentence)
  if (
    /\b(?:if|once|when|after|se|si|quando|cuando|wenn|sobald|falls|lorsque|quand|eger)\b/i.test(
      plain,
    )
  )
    return []
  if (
    /\b(?:not|never|n['’]t|nao|no|nunca|nicht|kein|pas|jamais|degil)\b|n['’]t\b|(?:لم|ليس)/i.test(
      plain,
    )
  )
    return []
  const isOurs =
    /\b(?:i|we|your|eu|sua|seu|sus?|tu|tus|ich|wir|ihre?n?|deine?n?|je|j['’]|nous|votre|vos|ton|ta)\b|\p{L}+(?:ttim|dim|tim|dum|ildi|uldu|ttik|dik|iniz|unuz)\b|تم|قمت|\b(?:reservei|agendei|enviei|cancelei|criei|registrei|atualizei|foi|fue|he|hemos)\b/iu.test(
      plain,
    )
  if (!isOurs) return []
  const found = new Set<string>()
  for (const pattern of claims)
    for (const match of plain.matchAll(pattern)) {
      const kind = kindIn(match[1] ?? "")
      if (kind !== null) found.add(kind)
    }
  return [...found]
}

/** A thing that was done: a tool with its description, or a command of the script. */
export interface DoneAction {
  readonly name: string
  readonly description: string
}

export interface TrueText {
  readonly text: string
  /** Kinds of action that were claimed and not done. */
  readonly removed: readonly string[]
}

/** Takes out the sentences that claim what the effect log does not hold; `correction` stands where the first was. */
export function guardTruth(
  text: string,
  done: readonly DoneAction[],
  correction: string,
): TrueText {
  const held = kindsIn(done.map(({ name, description }) => `${name} ${description}`).join(" "))
  const removed: string[] = []
  const sentences = text.split(/(?<=[.!?؟])(?=\s)|(?<=\n)/u)
  const kept = sentences.map((sentence) => {
    const untrue = findClaims(sentence.trim()).filter((kind) => !held.has(kind))
    if (untrue.length === 0) return sentence
    removed.push(...untrue)
    return removed.length === untrue.length
      ? `${/^\s*/.exec(sentence)?.[0] ?? ""}${correction}`
      : ""
  })
  return { text: kept.join("").trim(), removed }
}
