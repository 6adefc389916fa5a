import type { aiCommands } from "#basic/keywords/families/ai.ts"
import { addToKbHandler } from "../add-to-kb.ts"
import { addToolHandler } from "../add-tool.ts"
import { answerQuestionHandler } from "../answer.ts"
import { classifyTextHandler } from "../classify.ts"
import { clearKbHandler } from "../clear-kb.ts"
import { clearToolsHandler } from "../clear-tools.ts"
import { clearWebsitesHandler } from "../clear-websites.ts"
import { createSiteHandler } from "../create-site.ts"
import { getCurrentModelHandler } from "../get-current-model.ts"
import type { HandlersOf } from "../handler.ts"
import { improveTextHandler } from "../improve-text.ts"
import { kbCollectionStatsHandler } from "../kb-collection-stats.ts"
import { kbDocumentsAddedSinceHandler } from "../kb-documents-added-since.ts"
import { kbDocumentsCountHandler } from "../kb-documents-count.ts"
import { kbListCollectionsHandler } from "../kb-list-collections.ts"
import { kbStatisticsHandler } from "../kb-statistics.ts"
import { kbStorageSizeHandler } from "../kb-storage-size.ts"
import { listModelsHandler } from "../list-models.ts"
import { listToolsHandler } from "../list-tools.ts"
import { askModelHandler } from "../llm.ts"
import { readPictureHandler } from "../ocr.ts"
import { refreshKnowledgeHandler } from "../refresh.ts"
import { removeToolHandler } from "../remove-tool.ts"
import { rewriteTextHandler } from "../rewrite.ts"
import { runBashHandler } from "../run-bash.ts"
import { runJavascriptHandler } from "../run-javascript.ts"
import { runPythonHandler } from "../run-python.ts"
import { runToolHandler } from "../run-tool.ts"
import { judgeSentimentHandler } from "../sentiment.ts"
import { setAnswerModeHandler } from "../set-answer-mode.ts"
import { setModelRoutingHandler } from "../set-model-routing.ts"
import { summarizeTextHandler } from "../summarize.ts"
import { talkAnswerHandler } from "../talk-answer.ts"
import { thinkKbHandler } from "../think-kb.ts"
import { translateTextHandler } from "../translate.ts"
import { understandHandler } from "../understand.ts"
import { useAccountHandler } from "../use-account.ts"
import { useKbHandler } from "../use-kb.ts"
import { useModelHandler } from "../use-model.ts"
import { useWebsiteHandler } from "../use-website.ts"

/** What the server does for this family of commands. */
export const aiHandlers = {
  LLM: askModelHandler,
  REWRITE: rewriteTextHandler,
  "IMPROVE TEXT": improveTextHandler,
  ANSWER: answerQuestionHandler,
  "TALK ANSWER": talkAnswerHandler,
  SUMMARIZE: summarizeTextHandler,
  TRANSLATE: translateTextHandler,
  CLASSIFY: classifyTextHandler,
  UNDERSTAND: understandHandler,
  SENTIMENT: judgeSentimentHandler,
  OCR: readPictureHandler,
  "SET ANSWER MODE": setAnswerModeHandler,
  "USE KB": useKbHandler,
  "CLEAR KB": clearKbHandler,
  "THINK KB": thinkKbHandler,
  "USE WEBSITE": useWebsiteHandler,
  "CLEAR WEBSITES": clearWebsitesHandler,
  "ADD TO KB": addToKbHandler,
  "ADD TOOL": addToolHandler,
  "REMOVE TOOL": removeToolHandler,
  "LIST TOOLS": listToolsHandler,
  "CLEAR TOOLS": clearToolsHandler,
  "USE MODEL": useModelHandler,
  "SET MODEL ROUTING": setModelRoutingHandler,
  "GET CURRENT MODEL": getCurrentModelHandler,
  "LIST MODELS": listModelsHandler,
  "USE ACCOUNT": useAccountHandler,
  REFRESH: refreshKnowledgeHandler,
  "KB STATISTICS": kbStatisticsHandler,
  "KB DOCUMENTS COUNT": kbDocumentsCountHandler,
  "KB LIST COLLECTIONS": kbListCollectionsHandler,
  "KB STORAGE SIZE": kbStorageSizeHandler,
  "KB COLLECTION STATS": kbCollectionStatsHandler,
  "KB DOCUMENTS ADDED SINCE": kbDocumentsAddedSinceHandler,
  "RUN PYTHON": runPythonHandler,
  "RUN TOOL": runToolHandler,
  "RUN JAVASCRIPT": runJavascriptHandler,
  "RUN BASH": runBashHandler,
  "CREATE SITE": createSiteHandler,
} satisfies HandlersOf<typeof aiCommands>
