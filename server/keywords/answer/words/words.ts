import { createRequire } from "node:module"
import { LRUCache } from "lru-cache"
import type { detect } from "tinyld"

export const answerLanguages = ["en", "pt", "es", "de", "fr", "tr", "ar"] as const
export type AnswerLanguage = (typeof answerLanguages)[number]

interface AnswerWords {
  readonly unknown: string
  /** `{title}` and `{quote}` are put in. */
  readonly quote: string
  /** `{page}` is put in behind a title. */
  readonly page: string
  readonly handedOver: string
  /** Stands where a model claimed to have done what was not done. */
  readonly notDone: string
  readonly refused: string
  /** Said for a voice message that could not be listened to. */
  readonly unheard: string
  /** Said when a person declined what a tool should have done. */
  readonly declined: string
  /** Said when a call that a person approved was made, or failed. */
  readonly approved: string
  readonly approvedFailed: string
  /** Asks a visitor before a call is made; `{call}` is put in. */
  readonly confirm: string
  readonly yes: string
  readonly no: string
  /** Said when they said yes and it was done, or failed, and when they said no. */
  readonly confirmed: string
  readonly confirmedFailed: string
  readonly kept: string
  /** Said once while no model can be reached. */
  readonly patience: string
}

/** What the answer step itself says, without any model. */
const words: Readonly<Record<AnswerLanguage, AnswerWords>> = {
  en: {
    unknown: "I do not know that: I found nothing about it in what I have been given.",
    quote: "From “{title}”: “{quote}” [1]",
    page: "{title}, page {page}",
    handedOver: "I am not sure about that, so I am asking a person to help you.",
    notDone: "I have not done that; tell me if I should.",
    refused: "I cannot help with that.",
    unheard: "I could not listen to that. Please write it to me.",
    patience: "One moment please, this takes a little longer than usual.",
    declined: "That was not approved, so it was not done.",
    approved: "That was approved and is done.",
    approvedFailed: "That was approved, but it did not work. Nothing more is tried by itself.",
    confirm: "May I do this?\n{call}",
    yes: "Yes",
    no: "No",
    confirmed: "It is done.",
    confirmedFailed: "That did not work. Nothing more is tried by itself.",
    kept: "All right, I have not done it.",
  },
  pt: {
    unknown: "Isso eu não sei: não encontrei nada a respeito no material que recebi.",
    quote: "Em “{title}”: “{quote}” [1]",
    page: "{title}, página {page}",
    handedOver: "Não tenho certeza, então vou pedir a uma pessoa que ajude você.",
    notDone: "Isso ainda não foi feito; diga se devo fazer.",
    refused: "Não posso ajudar com isso.",
    unheard: "Não consegui ouvir isso. Escreva para mim, por favor.",
    patience: "Um momento, por favor: está demorando um pouco mais do que o normal.",
    declined: "Isso não foi aprovado, então não foi feito.",
    approved: "Isso foi aprovado e está feito.",
    approvedFailed: "Isso foi aprovado, mas não funcionou. Nada mais é tentado automaticamente.",
    confirm: "Posso fazer isto?\n{call}",
    yes: "Sim",
    no: "Não",
    confirmed: "Está feito.",
    confirmedFailed: "Isso não funcionou. Nada mais é tentado automaticamente.",
    kept: "Certo, não fiz nada.",
  },
  es: {
    unknown: "Eso no lo sé: no encontré nada al respecto en el material que tengo.",
    quote: "En “{title}”: “{quote}” [1]",
    page: "{title}, página {page}",
    handedOver: "No estoy seguro, así que voy a pedir ayuda a una persona.",
    notDone: "Eso todavía no está hecho; dime si debo hacerlo.",
    refused: "No puedo ayudar con eso.",
    unheard: "No pude escuchar eso. Escríbemelo, por favor.",
    patience: "Un momento, por favor: está tardando un poco más de lo normal.",
    declined: "Eso no fue aprobado, así que no se hizo.",
    approved: "Eso fue aprobado y está hecho.",
    approvedFailed: "Eso fue aprobado, pero no funcionó. No se intenta de nuevo automáticamente.",
    confirm: "¿Puedo hacer esto?\n{call}",
    yes: "Sí",
    no: "No",
    confirmed: "Ya está hecho.",
    confirmedFailed: "No funcionó. No se intenta de nuevo automáticamente.",
    kept: "De acuerdo, no lo he hecho.",
  },
  de: {
    unknown: "Das weiß ich nicht: In meinen Unterlagen habe ich dazu nichts gefunden.",
    quote: "Aus „{title}“: „{quote}“ [1]",
    page: "{title}, Seite {page}",
    handedOver: "Da bin ich mir nicht sicher; ich hole einen Menschen dazu.",
    notDone: "Das habe ich nicht getan; sagen Sie mir, ob ich es tun soll.",
    refused: "Dabei kann ich nicht helfen.",
    unheard: "Das konnte ich nicht anhören. Bitte schreiben Sie es mir.",
    patience: "Einen Moment bitte, das dauert etwas länger als sonst.",
    declined: "Das wurde nicht genehmigt und daher nicht getan.",
    approved: "Das wurde genehmigt und ist erledigt.",
    approvedFailed:
      "Das wurde genehmigt, hat aber nicht geklappt. Von selbst wird nichts weiter versucht.",
    confirm: "Darf ich das tun?\n{call}",
    yes: "Ja",
    no: "Nein",
    confirmed: "Das ist erledigt.",
    confirmedFailed: "Das hat nicht geklappt. Von selbst wird nichts weiter versucht.",
    kept: "Gut, ich habe es nicht getan.",
  },
  fr: {
    unknown: "Je ne le sais pas : je n’ai rien trouvé à ce sujet dans mes documents.",
    quote: "Dans « {title} » : « {quote} » [1]",
    page: "{title}, page {page}",
    handedOver: "Je n’en suis pas sûr, je demande donc à une personne de vous aider.",
    notDone: "Je ne l’ai pas fait ; dites-moi si je dois le faire.",
    refused: "Je ne peux pas vous aider pour cela.",
    unheard: "Je n’ai pas pu écouter cela. Écrivez-le-moi, s’il vous plaît.",
    patience: "Un instant, s’il vous plaît : cela prend un peu plus de temps que d’habitude.",
    declined: "Cela n’a pas été approuvé et n’a donc pas été fait.",
    approved: "C’est approuvé et c’est fait.",
    approvedFailed:
      "C’était approuvé, mais cela n’a pas fonctionné. Rien d’autre n’est tenté automatiquement.",
    confirm: "Puis-je faire ceci ?\n{call}",
    yes: "Oui",
    no: "Non",
    confirmed: "C’est fait.",
    confirmedFailed: "Cela n’a pas fonctionné. Rien d’autre n’est tenté automatiquement.",
    kept: "D’accord, je ne l’ai pas fait.",
  },
  tr: {
    unknown: "Bunu bilmiyorum: elimdeki belgelerde bu konuda bir şey bulamadım.",
    quote: "“{title}” belgesinden: “{quote}” [1]",
    page: "{title}, sayfa {page}",
    handedOver: "Bundan emin değilim; size yardım etmesi için birini çağırıyorum.",
    notDone: "Bunu yapmadım; yapmamı isterseniz söyleyin.",
    refused: "Bu konuda yardımcı olamam.",
    unheard: "Bunu dinleyemedim. Lütfen bana yazın.",
    patience: "Bir dakika lütfen, bu her zamankinden biraz daha uzun sürüyor.",
    declined: "Bu onaylanmadı, bu yüzden yapılmadı.",
    approved: "Bu onaylandı ve yapıldı.",
    approvedFailed: "Bu onaylandı ama yapılamadı. Kendiliğinden yeniden denenmez.",
    confirm: "Bunu yapabilir miyim?\n{call}",
    yes: "Evet",
    no: "Hayır",
    confirmed: "Tamamlandı.",
    confirmedFailed: "Bu olmadı. Kendiliğinden yeniden denenmez.",
    kept: "Tamam, yapmadım.",
  },
  ar: {
    unknown: "لا أعرف ذلك: لم أجد شيئًا عنه في ما لدي من مستندات.",
    quote: "من «{title}»: «{quote}» [1]",
    page: "{title}، صفحة {page}",
    handedOver: "لست متأكدًا من ذلك، لذا أطلب من شخص أن يساعدك.",
    notDone: "لم أفعل ذلك بعد؛ أخبرني إن كان عليّ فعله.",
    refused: "لا أستطيع المساعدة في ذلك.",
    unheard: "لم أتمكن من الاستماع إلى ذلك. من فضلك اكتبه لي.",
    patience: "لحظة من فضلك، يستغرق هذا وقتًا أطول قليلًا من المعتاد.",
    declined: "لم تتم الموافقة على ذلك، لذا لم يُنفَّذ.",
    approved: "تمت الموافقة على ذلك وقد نُفِّذ.",
    approvedFailed: "تمت الموافقة على ذلك لكنه لم ينجح، ولن تُعاد المحاولة تلقائيًا.",
    confirm: "هل يمكنني القيام بهذا؟\n{call}",
    yes: "نعم",
    no: "لا",
    confirmed: "تم ذلك.",
    confirmedFailed: "لم ينجح ذلك، ولن تُعاد المحاولة تلقائيًا.",
    kept: "حسنًا، لم أفعل ذلك.",
  },
}

/** Its tables are unpacked when it is read, which takes as long as half a start: read when first asked. */
const load = createRequire(import.meta.url)
let detectIn: typeof detect | null = null
const detected = new LRUCache<string, string>({ max: 5_000 })

/** The same question is asked again and again, and telling its language takes longer than finding its answer. */
function detectLanguage(question: string): string {
  const known = detected.get(question)
  if (known !== undefined) return known
  detectIn ??= (load("tinyld") as { detect: typeof detect }).detect
  const found = detectIn(question.slice(0, 300), { only: [...answerLanguages] })
  detected.set(question, found)
  return found
}

/** A shorter text says too little about its language. Units: characters. */
const leastChars = 12

/** The language of a question; of a short one, that of the conversation. English where we have no words. */
export function languageOf(question: string, spoken: string | null): AnswerLanguage {
  const isTelling = question.trim().length >= leastChars
  const found = isTelling ? detectLanguage(question) : ""
  const known = (tag: string) => answerLanguages.find((language) => language === tag.slice(0, 2))
  return known(found) ?? known(spoken ?? "") ?? "en"
}

export const answerWords = (language: AnswerLanguage): AnswerWords => words[language]

/** Puts values into the holes of a sentence, each once, whatever they look like. */
export const fillWords = (sentence: string, values: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{(\w+)\}/g, (hole, name: string) => values[name] ?? hole)
