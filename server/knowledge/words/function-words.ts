import { type Language, languages } from "./split-words.ts"

/** Words that carry no subject: they tell the language of a question and are not looked for. Folded. */
const lists: Readonly<Record<Language, string>> = {
  en: "a an the of to in on at by for with from into onto about as and or but if then than so not no nor is are was were be been being am do does did done has have had having will would shall should can could may might must it its this that these those i you he she we they me him her us them my your his our their mine yours what which who whom whose where when why how there here also just only very much many more most some any all each every other such own same too out up down off over under again once both few because while during through between until s t don ll re ve d get got want need let like please tell one ones thing things something anything still even way shouldn couldn wouldn doesn didn isn aren wasn weren hasn haven hadn won mustn needn",
  pt: "o a os as um uma uns umas de da do das dos em na no nas nos por para pelo pela pelos pelas com sem sob sobre e ou mas se que quem qual quais como onde quando porque quanto quanta quantos quantas nao sim eu tu ele ela nos eles elas voce voces me te lhe isso isto aquilo este esta esse essa aquele aquela meu minha meus minhas seu sua seus suas ao aos ja ainda muito muita mais menos foi ser estar esta estao sao era ter tem tenho ha havia vai vou pode posso da num numa eh pra la ai lhe cada so tambem entre ate depois lugar no",
  es: "el la los las un una unos unas de del en al por para con sin sobre y o u pero si no que quien cual cuales como donde cuando porque cuanto cuanta cuantos cuantas yo tu el ella nosotros ellos ellas usted ustedes me te se le les lo nos mi mis su sus este esta esto ese esa eso aquel ya aun muy mas menos es son era ser estar esta estan fue ha han he hay hay tiene tengo va voy puede puedo hacer cada tambem tambien entre hasta alguna algun algo forma ponerle",
  fr: "le la les un une des du de d l et ou mais si ne pas que qui quoi quel quelle quels quelles comment ou quand pourquoi combien je tu il elle nous vous ils elles me te se lui leur y en au aux ce cet cette ces mon ma mes ton ta tes son sa ses notre votre leurs dans sur sous avec sans pour par est sont etait etre avoir a ai as ont fait faire plus moins tres aussi encore deja peut puis peux dois doit faut chaque entre",
  de: "der die das den dem des ein eine einen einem einer eines und oder aber wenn nicht kein keine ich du er sie es wir ihr mich dich sich uns mir dir ihm ihnen mein meine meinen meinem meiner dein sein seine ihre unser euer was wer wie wo wann warum welche welcher welches wieviel ist sind war waren bin bist sein haben habe hat hatte wird werden kann konnen muss mussen soll darf zu zum zur von vom im in an am auf aus bei mit nach fur uber unter vor als auch noch nur schon sehr mehr man so da dann denn doch viel viele gibt",
}
const known = new Map<string, Language[]>()
for (const language of languages)
  for (const word of new Set(lists[language].split(" ")))
    known.set(word, [...(known.get(word) ?? []), language])

export function isFunctionWord(word: string, language: Language): boolean {
  return known.get(word)?.includes(language) ?? false
}

/** The languages in which a word carries no subject. */
export function functionWordOf(word: string): readonly Language[] {
  return known.get(word) ?? []
}
