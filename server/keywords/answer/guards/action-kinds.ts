/** A kind of action: how it is claimed, and how a tool that does it is called. */
interface ActionKind {
  readonly name: string
  /** Beginnings of words, in seven languages, without accents. */
  readonly stems: readonly string[]
}

const kinds: readonly ActionKind[] = [
  {
    name: "book",
    stems: [
      "book",
      "reserv",
      "buch",
      "gebucht",
      "rezerv",
      "حجز",
      "agend",
      "schedul",
      "appoint",
      "termin",
      "rendez",
      "randevu",
    ],
  },
  {
    name: "order",
    stems: [
      "order",
      "purchas",
      "bought",
      "compr",
      "pedi",
      "encomend",
      "bestell",
      "command",
      "sipari",
      "طلب",
      "place",
    ],
  },
  {
    name: "send",
    stems: [
      "sent",
      "send",
      "mail",
      "envi",
      "mand",
      "geschickt",
      "gesendet",
      "schick",
      "envoy",
      "gonder",
      "أرسل",
      "ارسل",
      "forward",
    ],
  },
  { name: "cancel", stems: ["cancel", "storn", "annul", "iptal", "ألغ", "الغ", "anul"] },
  {
    name: "refund",
    stems: [
      "refund",
      "reembols",
      "erstatt",
      "rembours",
      "iade",
      "استرد",
      "devol",
      "charge",
      "paid",
      "pay",
      "pag",
      "bezahl",
      "pai",
      "ode",
    ],
  },
  {
    name: "create",
    stems: [
      "creat",
      "open",
      "regist",
      "cri",
      "abr",
      "erstell",
      "angeleg",
      "eroffn",
      "cre",
      "ouver",
      "olustur",
      "ac",
      "kayd",
      "أنشأ",
      "سجل",
      "saved",
      "save",
      "guard",
      "salv",
      "gespeich",
      "add",
      "ticket",
    ],
  },
  {
    name: "change",
    stems: [
      "updat",
      "chang",
      "modif",
      "alter",
      "atualiz",
      "actualiz",
      "geander",
      "aktualis",
      "degistir",
      "guncel",
      "حدث",
      "غير",
      "cambi",
      "mud",
    ],
  },
  {
    name: "delete",
    stems: [
      "delet",
      "remov",
      "exclu",
      "apag",
      "elimin",
      "borr",
      "gelosch",
      "losch",
      "supprim",
      "sil",
      "حذف",
    ],
  },
  {
    name: "transfer",
    stems: [
      "transfer",
      "connect",
      "handed",
      "escal",
      "uberg",
      "weitergel",
      "transfér",
      "aktar",
      "حول",
    ],
  },
]

/** Without accents and marks: as the stems are written. */
export const plainOf = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "")

const isOf = ({ stems }: ActionKind, words: readonly string[]): boolean =>
  words.some((word) => stems.some((stem) => stem.length > 2 && word.startsWith(stem)))

const wordsOf = (text: string): string[] =>
  plainOf(text)
    .toLowerCase()
    .split(/[^\p{L}]+/u)

/** The kind of action a claim is about; null for none of them. */
export function kindIn(claim: string): string | null {
  const words = wordsOf(claim)
  return kinds.find((kind) => isOf(kind, words))?.name ?? null
}

/** Every kind of action that names and descriptions of tools speak of. */
export function kindsIn(text: string): ReadonlySet<string> {
  const words = wordsOf(text)
  return new Set(kinds.filter((kind) => isOf(kind, words)).map(({ name }) => name))
}
