/** Every limit of the product that is not a law of the language (those live in `basic/vm`). */
export const limits = {
  /** The body of a message, of a sign-in, of any small request. */
  messageBodyBytes: 64 * 1024,
  /** The body of a draft: a source with its layout. */
  draftBodyBytes: 2 * 1024 * 1024,
  messageTextChars: 16_000,
  choiceChars: 2_000,
  draftSourceChars: 1_000_000,
  scriptsPerBot: 200,
  /** All scripts of a bot together. Units: bytes of UTF-8. */
  scriptBytesPerBot: 4_000_000,
  scriptNameChars: 100,
  idempotencyKeyChars: 200,
  /** Keys of the API that an organization has at a time, and the longest life of one. */
  apiKeysPerOrg: 100,
  apiKeyDays: 3_650,
  /** How long what a request with an idempotency key was answered is kept. */
  repliesKeptHours: 24,
  nameChars: 80,
  emailChars: 254,
  passwordMinChars: 10,
  passwordMaxChars: 200,
  allowedOrigins: 50,
  versionNoteChars: 2_000,
  /** Kept states of the draft of one bot. */
  snapshotsPerBot: 200,
  /** Preview links of one bot that are open at a time. */
  previewsPerBot: 50,
  previewDays: 90,
  /** What may be said in one conversation with a preview. */
  previewActs: 100,
  /** A request waits this long for a turn, then is answered 202. */
  turnWaitMs: 25_000,
  messagesPerPage: 200,

  /** Conversations of a bot that a page lists, and how far back pages lead. */
  recordingsPerPage: 50,
  recordingsOffset: 100_000,
  /** The latest conversations, over which the traffic through a bot's steps is counted. */
  trafficConversations: 2_000,
  resultsPerPage: 50,
  resultsPerFile: 10_000,
  resultNameChars: 200,
  resultColumns: 100,
  /** The latest results, by which the columns of their table are found. */
  resultSample: 1_000,
  testSourceChars: 500_000,

  /** The body of a webhook or a form. */
  webhookBodyBytes: 256 * 1024,
  /** Runs that start each other, one behind the other. */
  eventDepth: 16,
  /** Events of one bot that wait to be run. */
  pendingEventsPerBot: 10_000,
  schedulesPerBot: 10_000,
  eventNameChars: 200,
  /** A value handed to a run as one of its inputs, as JSON. */
  eventInputChars: 256 * 1024,
  /** A bot says its texts in at most so many languages besides the one it is written in. */
  languagesPerBot: 20,
  /** A bot as one file, unpacked. */
  packageBytes: 100_000_000,
  packageParts: 1_000,
  /** A package unpacks to at most so many times its size. */
  packageDensity: 100,
  settingsPerBot: 500,
  settingNameChars: 100,
  settingValueChars: 20_000,

  socketFrameBytes: 64 * 1024,
  /** A client that does not read: above this much unsent data its socket is closed. */
  socketBufferedBytes: 1024 * 1024,
  socketHelloMs: 10_000,
  socketPingMs: 30_000,
  /** Somebody who watches the inbox is told of changes at most this often, and looked up again this often. */
  inboxHintMs: 500,
  inboxRecheckMs: 20_000,
  /** These two grow with RATE_LIMIT_FACTOR. */
  socketsPerIp: 1_000,
  socketFramesPerSecond: 20,

  /** A frame of the builder: an edit of a flow, or all that was edited while a browser was offline. */
  flowFrameBytes: 2 * 1024 * 1024,
  flowFramesPerSecond: 60,
  peoplePerFlow: 100,
  /** A membership is looked up again while a flow is open. */
  flowRecheckMs: 20_000,
  commentChars: 4_000,
  commentsPerBot: 5_000,

  /** One file, however it comes: uploaded, written by a program, fetched from the internet. */
  fileBytes: 25 * 1024 * 1024,
  /** Text or rows a program reads from a file, or writes to one. */
  fileTextChars: 2_000_000,
  filePathChars: 300,
  fileNameChars: 120,
  filesPerBot: 10_000,
  /** Everything an organization keeps, each content once. */
  fileBytesPerOrg: 5 * 1024 * 1024 * 1024,
  filesPerPage: 500,

  knowledgeBasesPerBot: 50,
  documentsPerBase: 5_000,
  sitesPerBase: 50,
  /** Chunks an organization may keep. */
  chunksPerOrg: 500_000,
  knowledgeQuestionChars: 2_000,
  passagesPerSearch: 20,
  chunksPerPage: 50,
  /** What a web site may be read to. */
  sitePages: 500,
  siteDepth: 5,

  intentsPerBot: 200,
  examplesPerIntent: 200,
  /** Of all intents of a bot together: they are compared with every message. */
  examplesPerBot: 2_000,
  exampleChars: 300,
  intentNameChars: 60,
  intentDescriptionChars: 300,
  entitiesPerBot: 100,
  valuesPerEntity: 300,
  synonymsPerValue: 30,
  entityValueChars: 80,
  /** A list or pattern as it is kept with a question that waits. Units: characters of JSON. */
  entityChars: 30_000,
  utterancesPerBot: 1_000,
  /** Utterances that are sorted in one request. */
  utterancesPerPage: 50,
  misunderstoodPerBot: 500,
  /** What is read of a message, and how many intents are told of it. */
  understoodChars: 1_000,
  meaningsTold: 20,

  /** What a script may ask a model at once, with what the model is told besides. */
  modelPromptChars: 200_000,
  /** How long an answer of a model may be when the bot does not say, and when it does. Units: tokens. */
  modelAnswerTokens: 1_024,
  modelAnswerTokensMost: 16_384,
  /** What models may read and write for one conversation when the bot does not say. Units: tokens. */
  modelTokensPerConversation: 500_000,
  modelAnswerMs: 60_000,
  /** What the answer step takes, and how much of each kind it tells a model. Units: characters; tokens. */
  answerQuestionChars: 8_000,
  answerHistoryTokens: 1_500,
  answerFactsTokens: 3_000,
  answerPassages: 5,
  /** Passages a model puts in order before, where a bot asks for that. */
  answerCandidates: 12,
  /** How often one answer may ask its model, and call tools, when the statement does not say. */
  answerSteps: 6,
  answerStepsMost: 20,
  answerCalls: 16,
  /** A recording that is written down, a picture a model looks at, and a text that is said aloud. */
  recordingBytes: 25 * 1024 * 1024,
  pictureBytes: 20 * 1024 * 1024,
  spokenChars: 4_000,
  /** The text of a document somebody sends, as the answer of HEAR carries it. */
  heardTextChars: 100_000,
  /** Accounts with providers, of an organization and of each bot. */
  modelAccounts: 20,
  /** How long a tool that asks first waits for a person. */
  approvalHours: 24,
  /** Of one tool's result, what the model is told. */
  toolResultChars: 12_000,
  /** Units: ms for everything of one answer together. */
  answerMs: 120_000,

  promptsPerOrg: 500,
  versionsPerPrompt: 1_000,
  promptChars: 20_000,
  promptVariables: 40,
  promptNoteChars: 200,
  evaluationSetsPerBot: 100,
  evaluationQuestions: 500,
  /** Of a question, a quote or an answer of a set. */
  evaluationChars: 4_000,
  evaluationFileChars: 2_000_000,
  evaluationRunsPerSet: 30,

  loginSessionDays: 30,
  invitationDays: 7,
  resetLinkMinutes: 60,
  /** Mails of one organization in any 24 hours, drafts left out. */
  mailsPerOrgPerDay: 1_000,
  /** Mails of one organization that leave while a script waits, in any minute. */
  mailsPerOrgPerMinute: 120,
  /** Recipients of one SEND MAIL. */
  recipientsPerMail: 50,
  /** Recipients of one BROADCAST. */
  recipientsPerBroadcast: 500,
  mailSubjectChars: 500,
  mailBodyChars: 200_000,
  attachmentsPerMail: 10,
  attachmentBytesPerMail: 10 * 1024 * 1024,
  templatesPerBot: 500,
  openTasksPerOrg: 10_000,
  taskTitleChars: 500,
  taskTextChars: 10_000,
  projectsPerBot: 500,
  peoplePerProject: 200,
  peoplePerEvent: 100,
  peoplePerTeam: 1_000,
  tagChars: 60,
  tagsPerConversation: 20,
  botsPerOrg: 500,
  membersPerOrg: 1_000,
  orgsPerUser: 50,

  /**
   * How long what is over is kept. Automations that ended go with all they said and did; turns with their
   * journal, by which they could be run again; deliveries to channels. Units: days.
   */
  keptAutomationDays: 30,
  keptTurnDays: 90,
  keptDeliveryDays: 30,
  /** What one look of the clean-up deletes of each kind at most, so that nobody waits for it. */
  cleanUpRows: 500,
  cleanUpConversations: 100,

  /** A table with fewer rows is read faster than an index of it. */
  indexFromRows: 1_000,
  indexedColumnsPerTable: 12,
  /** Rows whose cells are collected for an index in one step. */
  indexedRowsPerStep: 500,

  /** Rows of a bot's table on one page of the dashboard; what the tables themselves may hold stands in `basic/rows/limits.ts`. */
  tablePageRows: 50,
  tableFilterChars: 2_000,
  tableKeyChars: 1_000,
} as const

/** How often something may happen: `points` in every `windowSeconds`, then refused until the window ends. */
export interface RateLimit {
  readonly points: number
  readonly windowSeconds: number
}

/** RATE_LIMIT_FACTOR multiplies the points of all of them but those that guard a password. */
export const rateLimits = {
  /** New conversations without an account, from one address. */
  startPerIp: { points: 1_500, windowSeconds: 60 },
  /** New conversations of one bot, from everywhere: a flood at one site does not reach the others. */
  /** Of an organization. */
  testModel: { points: 30, windowSeconds: 60 },
  /** Runs of evaluations of an organization. */
  evaluationPerOrg: { points: 60, windowSeconds: 60 * 60 },
  startPerBot: { points: 6_000, windowSeconds: 60 },
  /** Requests to the webhooks of one bot. */
  webhookPerBot: { points: 6_000, windowSeconds: 60 },
  /** Preview links that are opened, or talked to, from one address. */
  previewPerIp: { points: 300, windowSeconds: 60 },
  /** Passwords tried at one preview link. */
  previewPassword: { points: 20, windowSeconds: 15 * 60 },
  /** Forms from one address, and to one bot. */
  formPerIp: { points: 300, windowSeconds: 60 },
  formPerBot: { points: 3_000, windowSeconds: 60 },
  /** Messages to one conversation. */
  sendPerConversation: { points: 1_200, windowSeconds: 60 },
  /** Files sent to one conversation. */
  uploadPerConversation: { points: 60, windowSeconds: 60 },
  /** Files one person uploads in the dashboard. */
  uploadPerUser: { points: 600, windowSeconds: 60 },
  /** Wrong passwords for one account; the tenth locks it for the rest of the window. */
  signInPerAccount: { points: 9, windowSeconds: 15 * 60 },
  signInPerIp: { points: 300, windowSeconds: 15 * 60 },
  signUpPerIp: { points: 300, windowSeconds: 60 * 60 },
  /** One-time links tried from one address. */
  linkPerIp: { points: 100, windowSeconds: 15 * 60 },
  invitePerOrg: { points: 100, windowSeconds: 60 * 60 },
  /** Mails that tell somebody they are named in a comment. */
  mentionPerUser: { points: 60, windowSeconds: 60 * 60 },
  /** Calls of the API with one key. */
  callPerKey: { points: 600, windowSeconds: 60 },
  /** Keys that open nothing, tried from one address. */
  keyPerIp: { points: 30, windowSeconds: 15 * 60 },
  /** Calls of the dashboard by one person. */
  callPerUser: { points: 1_200, windowSeconds: 60 },
} as const satisfies Record<string, RateLimit>

export type RateLimitName = keyof typeof rateLimits
