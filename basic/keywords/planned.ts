/**
 * Phrases of the language that have no definition yet. Their lines are kept as they are written, with
 * a warning; a definition replaces its phrase here. `closer`: the lines up to it belong to the statement.
 */
import type { Family } from "./define.ts"

export interface PlannedPhrase {
  readonly phrase: string
  readonly family: Family
  /** The words that end its block, for example "END ON". */
  readonly closer: string | null
  /** Complete without operands, so that it may stand alone as a value. */
  readonly isBare: boolean
  /** Says something about the script and does nothing where it stands. */
  readonly isDeclaration: boolean
}

const families: Readonly<Partial<Record<Family, string>>> = {
  say: `TALK TO|SEND MESSAGE|SEND TO SESSION|CARD|SEND MAIL|
    SEND MAIL TO|SEND EMAIL|SEND EMAIL TO|SEND SMS|SEND SMS TO|SEND TEMPLATE|SEND TEMPLATE TO|CREATE DRAFT|
    BROADCAST|PUBLISH*|SEND WHATSAPP TO|SEND INSTAGRAM TO|SEND TO|SEND MEDIA TO`,
  ask: "HEAR NOWAIT*|HEAR FROM MEET|WAIT FOR CALL ANSWER",
  data: `SET USER FACT|REMEMBER USER FACT|GET USER FACTS*|CLEAR USER MEMORY*|SET USER LANGUAGE|USER FACTS*|SET USER|
    CACHE GET|CACHE SET|FIND|FIND ALL|SAVE|INSERT|INSERT INTO|UPDATE|DELETE FROM|MERGE|
    MERGE INTO|SAVE FROM UNSTRUCTURED|AGGREGATE|GROUP BY|PIVOT|GET LAST|QUERY|SELECT|QUERY METRICS|SYNCHRONIZE|SEARCH|
    SEARCH PRODUCTS|PRODUCT|IMPORT|EXPORT|DETECT|BEGIN TRANSACTION*|COMMIT*|ROLLBACK*|SET PAGE MODE|SET MAX LINES|
    RESET REPORT*|RECORD METRIC|CHART|CREATE TABLE|CREATE TEMPLATE|
    GET TEMPLATE|LIST TEMPLATES*|CREATE TASK|SET TASK PRIORITY|SET TASK DUE DATE|LINK TASKS|CREATE PROJECT|UPDATE PROJECT|
    DELETE PROJECT|ADD USER TO PROJECT|ADD WIDGET|RECORD CONSENT|LOG COMPLIANCE EVENT|LOG INFO|LOG WARN|LOG ERROR|FILTER|
    SORT|MAP|JOIN|APPEND|PUSH|FORMAT|GET TOOL PARAM|SET PROJECT|LOG|LOG ACTIVITY|TRACK EVENT|
    FORMAT JSON|REPORT*`,
  ai: `SCAN BARCODE|ANALYZE SENTIMENT|SCORE LEAD|AI SCORE LEAD|GET LEAD SCORE|QUALIFY LEAD|UPDATE LEAD SCORE`,
  connect: `DNS SET`,
  people: `TRANSFER TO HUMAN*|TRANSFER HUMAN*|GET QUEUE*|NEXT IN QUEUE*|ASSIGN CONVERSATION|ASSIGN SMART|
    RESOLVE CONVERSATION|SET PRIORITY|TAG CONVERSATION|ADD NOTE|GET ATTENDANTS*|GET ATTENDANT STATS|
    GET ATTENDANT STATUS|SET ATTENDANT STATUS|GET TIPS|POLISH MESSAGE|GET SMART REPLIES|GET SUMMARY|
    GET CUSTOMER HISTORY|NOTIFY AGENT|NOTIFY ATTENDANT|ESCALATE TO|BOOK|BOOK MEETING|CREATE CALENDAR EVENT|
    SET EVENT DURATION|SEND INVITES|ANSWER CALL*|INVITE TO ROOM|ADD TO WHITEBOARD|CHECK AVAILABILITY|START MEET|
    JOIN MEET|LEAVE MEET*|INVITE TO MEET|TALK TO MEET|ADD MEMBER|REMOVE MEMBER|CREATE TEAM|LIST MEMBERS|
    CREATE LEAD`,
  flow: `END WEBHOOK*!|ON EMAIL!>END ON|ON CHANGE!>END ON|ON FORM SUBMIT!>END ON|
    ON EVENT!>END ON|ON INSERT OF!>END ON|ON UPDATE OF!>END ON|ON DELETE OF!>END ON|ON FILE UPLOAD!>END ON|ON WEBHOOK!>END ON|
    ON WHATSAPP MESSAGE!>END ON|ON INCOMING CALL!>END ON|ON MESSAGE!>END ON|ON!>END ON|ORCHESTRATE WORKFLOW|STEP|BRANCH|TIMEOUT|ON TIMEOUT|
    BEGIN TABLE!>END TABLE|SET DEBUG MODE|ACTION`,
}

/** Every planned phrase. In the lists above `*` marks the bare ones, `!` declarations, and `>` leads to the closer. */
export const plannedPhrases: readonly PlannedPhrase[] = Object.entries(families).flatMap(
  ([family, list]) =>
    (list ?? "").split("|").map((entry) => {
      const [phrase = "", closer] = entry.trim().replace(/[*!]+/, "").split(">")
      return {
        phrase,
        family: family as Family,
        closer: closer ?? null,
        isBare: entry.includes("*"),
        isDeclaration: entry.includes("!"),
      }
    }),
)

const plannedNames: ReadonlySet<string> = new Set(plannedPhrases.map(({ phrase }) => phrase))

/** Says whether these words, upper case with single blanks, are part of the language but not available yet. */
export const isPlanned = (words: string): boolean => plannedNames.has(words)
