/** The statements with grammar of their own, as the manual tells them. What the palette says stands in `basic/keywords/grammar-forms.ts`. */
export interface StatementPage {
  readonly name: string
  readonly group: string
  readonly summary: string
  /** Every way to write it. */
  readonly shapes: readonly string[]
  /** What else is good to know, as sentences. */
  readonly notes?: readonly string[]
  readonly example: string
  /** Answers to the example's questions. */
  readonly said?: readonly string[]
}

export const statements: readonly StatementPage[] = [
  {
    name: "HEAR AS MENU",
    group: "dialog",
    summary: "Offers choices and keeps the one that was chosen.",
    shapes: [
      'HEAR variable AS "One", "Two"',
      'HEAR variable AS "One", "Two", * WITH "question"',
      'HEAR variable AS MENU "One", "Two"',
    ],
    notes: [
      "A star among the choices lets the person answer with other words as well.",
      "Followed at once by SELECT CASE of the same variable, menu and cases are one step with an outlet for each choice.",
    ],
    example:
      'HEAR topic AS "Sales", "Support", * WITH "What is it about?"\nSELECT CASE topic\n    CASE "Sales"\n        TALK "Gladly."\n    CASE "Support"\n        TALK "We will help."\n    CASE ELSE\n        TALK "I pass it on: " + topic\nEND SELECT',
    said: ["My invoice"],
  },
  {
    name: "BEGIN TALK",
    group: "dialog",
    summary: "Says a message of several lines.",
    shapes: ["BEGIN TALK\n... text ...\nEND TALK"],
    notes: [
      "The lines between are the message, as they stand. Variables stand in it as `${name}`; Markdown is shown.",
    ],
    example: 'name = "Ana"\nBEGIN TALK\n**Welcome, ${name}!**\nHow can we help you?\nEND TALK',
  },
  {
    name: "LET",
    group: "data",
    summary: "Puts a value into a variable.",
    shapes: [
      "name = value",
      "LET name = value",
      "name += value",
      "record.field = value",
      "list[0] = value",
      "name = command ELSE GOTO label",
    ],
    notes: ["The word LET may be left out. `-=`, `*=` and `/=` work like `+=`."],
    example:
      'count = 2\ncount += 1\nguest = { name: "Ana" }\nguest.seats = count\nTALK guest.name + ": " + guest.seats + " seats"',
  },
  {
    name: "CONST",
    group: "data",
    summary: "Gives a value a name that never changes.",
    shapes: ["CONST name = value"],
    example: 'CONST price = 12\nTALK "Three cost " + price * 3',
  },
  {
    name: "WITH",
    group: "data",
    summary: "Collects several named values in one variable.",
    shapes: ["WITH variable\n    name = value\n    other = value\nEND WITH"],
    example:
      'WITH guest\n    name = "Ana"\n    seats = 2\nEND WITH\nTALK guest.name + " needs " + guest.seats + " seats"',
  },
  {
    name: "IF",
    group: "flow",
    summary: "Goes one way when a condition holds, and another when it does not.",
    shapes: [
      "IF condition THEN\n    ...\nELSE IF condition THEN\n    ...\nELSE\n    ...\nEND IF",
      "IF condition THEN statement ELSE statement",
    ],
    notes: ["ELSEIF and ENDIF are the same as ELSE IF and END IF."],
    example:
      'HEAR age AS INTEGER WITH "How old are you?"\nIF age >= 18 THEN\n    TALK "Come in."\nELSE\n    TALK "Please bring a grown-up."\nEND IF',
    said: ["12"],
  },
  {
    name: "SELECT CASE",
    group: "flow",
    summary: "Goes the way of the first case that equals a value.",
    shapes: [
      'SELECT CASE value\n    CASE "a", "b"\n        ...\n    CASE ELSE\n        ...\nEND SELECT',
    ],
    notes: ["SWITCH value ... DEFAULT ... END SWITCH means the same."],
    example:
      'day = "Sunday"\nSELECT CASE day\n    CASE "Saturday", "Sunday"\n        TALK "We are closed."\n    CASE ELSE\n        TALK "We are open."\nEND SELECT',
  },
  {
    name: "FOR EACH",
    group: "flow",
    summary: "Repeats steps for every element of a list.",
    shapes: ["FOR EACH item IN list\n    ...\nNEXT"],
    example: 'FOR EACH fruit IN ["apple", "pear"]\n    TALK "One " + fruit\nNEXT',
  },
  {
    name: "FOR",
    group: "flow",
    summary: "Repeats steps while a number counts from one value to another.",
    shapes: [
      "FOR number = first TO last\n    ...\nNEXT",
      "FOR number = first TO last STEP by\n    ...\nNEXT",
    ],
    example: 'FOR number = 3 TO 1 STEP -1\n    TALK number\nNEXT\nTALK "Go!"',
  },
  {
    name: "WHILE",
    group: "flow",
    summary: "Repeats steps as long as a condition holds.",
    shapes: ["WHILE condition\n    ...\nWEND"],
    notes: ["END WHILE is the same as WEND."],
    example: 'tries = 0\nWHILE tries < 2\n    tries += 1\n    TALK "Try " + tries\nWEND',
  },
  {
    name: "DO",
    group: "flow",
    summary: "Repeats steps until a condition holds, or until a step leads out.",
    shapes: [
      "DO\n    ...\nLOOP UNTIL condition",
      "DO WHILE condition\n    ...\nLOOP",
      "DO\n    ...\nLOOP",
    ],
    example: 'DO\n    HEAR code AS INTEGER WITH "The code?"\nLOOP UNTIL code = 7\nTALK "Right."',
    said: ["5", "7"],
  },
  {
    name: "EXIT",
    group: "flow",
    summary: "Ends the conversation; with a word behind it, leaves a repetition or a flow.",
    shapes: ["EXIT", "EXIT FOR", "EXIT WHILE", "EXIT DO", "EXIT SUB", "EXIT FUNCTION", "BREAK"],
    notes: ["BREAK leaves the innermost repetition. END alone ends the conversation too."],
    example:
      'FOR number = 1 TO 9\n    IF number = 3 THEN EXIT FOR\n    TALK number\nNEXT\nTALK "Enough."\nEXIT',
  },
  {
    name: "CONTINUE",
    group: "flow",
    summary: "Skips the rest of this round of a repetition.",
    shapes: ["CONTINUE", "CONTINUE FOR", "CONTINUE WHILE", "CONTINUE DO"],
    example: "FOR number = 1 TO 3\n    IF number = 2 THEN CONTINUE\n    TALK number\nNEXT",
  },
  {
    name: "GOTO",
    group: "flow",
    summary: "Goes on at a label.",
    shapes: ["GOTO label", "label:"],
    notes: [
      "A label is a name with a colon. On the canvas it is the title of a group, and GOTO an edge.",
    ],
    example:
      'ask:\nHEAR again AS BOOLEAN WITH "Once more?"\nIF again THEN GOTO ask\nTALK "Goodbye."',
    said: ["yes", "no"],
  },
  {
    name: "GOSUB",
    group: "flow",
    summary: "Goes through the steps at a label and comes back at RETURN.",
    shapes: ["GOSUB label"],
    example: 'GOSUB hello\nTALK "And back."\nEXIT\nhello:\nTALK "Hello."\nRETURN',
  },
  {
    name: "SUB",
    group: "flow",
    summary: "Names steps, so that they can be run from several places.",
    shapes: ["SUB name(first, second)\n    ...\nEND SUB"],
    notes: ["On the canvas it is a flow of its own."],
    example: 'SUB greet(who)\n    TALK "Hello, " + who\nEND SUB\nCALL greet("Ana")\ngreet("Rui")',
  },
  {
    name: "FUNCTION",
    group: "flow",
    summary: "Names steps that work out a value.",
    shapes: ["FUNCTION name(first, second)\n    ...\n    RETURN value\nEND FUNCTION"],
    example:
      'FUNCTION price(seats)\n    RETURN seats * 12\nEND FUNCTION\nTALK "Two seats: " + price(2)',
  },
  {
    name: "CALL",
    group: "flow",
    summary: "Runs the steps of another flow and comes back.",
    shapes: [
      "CALL name",
      "CALL name(first, second)",
      "name(first, second)",
      'CALL "other.bas", first, second',
      'value = CALL "other.bas", first, second',
      'CALL "/tasks/list"',
    ],
    notes: [
      "A name is a SUB or FUNCTION of this flow, else another flow of the bot. A text names another flow: with or without `.bas`, in a folder (`tools/price.bas`) or by its file name alone.",
      "What is passed sets the PARAMs of the other flow in their order. It has variables of its own, which begin empty each time; RETURN gives its value.",
      "A flow that is not there is an error that ON ERROR and ELSE GOTO can take.",
      "A text that begins with `/` is a platform path and runs the command that does it: `/files/save`, `/comm/email/send`, `/tasks/create` and others.",
    ],
    example: 'CALL greet\nTALK "Done."\nSUB greet\n    TALK "Hello."\nEND SUB',
  },
  {
    name: "RETURN",
    group: "flow",
    summary: "Leaves the flow, with a value if one is given.",
    shapes: ["RETURN", "RETURN value", "RETURN WITH name = value, other = value"],
    notes: [
      "In the main flow of the bot it ends the conversation; in a flow that was called it goes back to the caller, and the value is the result.",
    ],
    example: "FUNCTION twice(number)\n    RETURN number * 2\nEND FUNCTION\nTALK twice(21)",
  },
  {
    name: "ON MESSAGE",
    group: "flow",
    summary: "Goes to a label whenever the person writes certain words.",
    shapes: ['ON MESSAGE "word", "other" GOTO label'],
    notes: [
      "Case and blanks around the words do not matter. A button of the open menu comes first.",
    ],
    example:
      'ON MESSAGE "menu" GOTO top\ntop:\nHEAR name AS NAME WITH "Your name?"\nTALK "Thank you, " + name',
    said: ["menu", "Ana"],
  },
  {
    name: "ON SILENCE",
    group: "flow",
    summary: "Goes to a label when the person does not answer for a while.",
    shapes: ["ON SILENCE seconds GOTO label"],
    notes: ["It happens once, until the person has written again."],
    example:
      'ON SILENCE 300 GOTO quiet\nHEAR name AS NAME WITH "Your name?"\nTALK "Hello, " + name\nEXIT\nquiet:\nTALK "I am here when you need me."',
  },
  {
    name: "ON ERROR",
    group: "error",
    summary: "Says what happens when a step fails.",
    shapes: ["ON ERROR GOTO label", "ON ERROR RESUME NEXT", "ON ERROR GOTO 0"],
    notes: [
      "RESUME NEXT goes on with the next line; GOTO 0 lets failures end the conversation again.",
      "ERROR MESSAGE tells what went wrong.",
    ],
    example:
      'ON ERROR GOTO problem\nTHROW "The shop is closed"\nEXIT\nproblem:\nTALK "Sorry: " + ERROR MESSAGE',
  },
  {
    name: "OPTION",
    group: "data",
    summary: "Switches a rule on for the whole script.",
    shapes: ["OPTION STRICT"],
    notes: [
      "STRICT makes reading a variable that was never set an error; without it, it is empty.",
    ],
    example: 'OPTION STRICT\nname = "Ana"\nTALK name',
  },
]
