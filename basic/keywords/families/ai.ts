/** Models, knowledge and tools: the commands of this family, in the order of the manual. */
import { addToKb } from "../add-to-kb.ts"
import { addTool } from "../add-tool.ts"
import { answerQuestion } from "../answer.ts"
import { classifyText } from "../classify.ts"
import { clearKb } from "../clear-kb.ts"
import { clearTools } from "../clear-tools.ts"
import { clearWebsites } from "../clear-websites.ts"
import { createSite } from "../create-site.ts"
import { getCurrentModel } from "../get-current-model.ts"
import { improveText } from "../improve-text.ts"
import { kbCollectionStats } from "../kb-collection-stats.ts"
import { kbDocumentsAddedSince } from "../kb-documents-added-since.ts"
import { kbDocumentsCount } from "../kb-documents-count.ts"
import { kbListCollections } from "../kb-list-collections.ts"
import { kbStatistics } from "../kb-statistics.ts"
import { kbStorageSize } from "../kb-storage-size.ts"
import { listModels } from "../list-models.ts"
import { listTools } from "../list-tools.ts"
import { askModel } from "../llm.ts"
import { readPicture } from "../ocr.ts"
import { refreshKnowledge } from "../refresh.ts"
import { removeTool } from "../remove-tool.ts"
import { rewriteText } from "../rewrite.ts"
import { runBash } from "../run-bash.ts"
import { runJavascript } from "../run-javascript.ts"
import { runPython } from "../run-python.ts"
import { runTool } from "../run-tool.ts"
import { judgeSentiment } from "../sentiment.ts"
import { setAnswerMode } from "../set-answer-mode.ts"
import { setModelRouting } from "../set-model-routing.ts"
import { summarizeText } from "../summarize.ts"
import { talkAnswer } from "../talk-answer.ts"
import { thinkKb } from "../think-kb.ts"
import { translateText } from "../translate.ts"
import { understand } from "../understand.ts"
import { useAccount } from "../use-account.ts"
import { useKb } from "../use-kb.ts"
import { useModel } from "../use-model.ts"
import { useWebsite } from "../use-website.ts"

export const aiCommands = [
  askModel,
  rewriteText,
  improveText,
  answerQuestion,
  talkAnswer,
  summarizeText,
  translateText,
  classifyText,
  understand,
  judgeSentiment,
  readPicture,
  setAnswerMode,
  useKb,
  clearKb,
  thinkKb,
  useWebsite,
  clearWebsites,
  addToKb,
  addTool,
  removeTool,
  listTools,
  clearTools,
  useModel,
  setModelRouting,
  getCurrentModel,
  listModels,
  useAccount,
  refreshKnowledge,
  kbStatistics,
  kbDocumentsCount,
  kbListCollections,
  kbStorageSize,
  kbCollectionStats,
  kbDocumentsAddedSince,
  runPython,
  runTool,
  runJavascript,
  runBash,
  createSite,
] as const
