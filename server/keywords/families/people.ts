import type { peopleCommands } from "#basic/keywords/families/people.ts"
import { addMemberHandler } from "../add-member.ts"
import { writeNoteHandler } from "../add-note.ts"
import { aiScoreLeadHandler } from "../ai-score-lead.ts"
import { analyzeSentimentHandler } from "../analyze-sentiment.ts"
import { assignConversationHandler } from "../assign-conversation.ts"
import { cacheGetHandler } from "../cache-get.ts"
import { cacheSetHandler } from "../cache-set.ts"
import { clearUserMemoryHandler } from "../clear-user-memory.ts"
import { createLeadHandler } from "../create-lead.ts"
import { createTeamHandler } from "../create-team.ts"
import { escalateToHandler } from "../escalate-to.ts"
import { getAttendantStatsHandler } from "../get-attendant-stats.ts"
import { getAttendantStatusHandler } from "../get-attendant-status.ts"
import { getAttendantsHandler } from "../get-attendants.ts"
import { getCustomerHistoryHandler } from "../get-customer-history.ts"
import { getEnvHandler } from "../get-env.ts"
import { getLeadScoreHandler } from "../get-lead-score.ts"
import { getQueueHandler } from "../get-queue.ts"
import { getSmartRepliesHandler } from "../get-smart-replies.ts"
import { getSummaryHandler } from "../get-summary.ts"
import { getTipsHandler } from "../get-tips.ts"
import type { HandlersOf } from "../handler.ts"
import { isActiveHandler } from "../is-active.ts"
import { listMembersHandler } from "../list-members.ts"
import { logActivityHandler } from "../log-activity.ts"
import { logComplianceEventHandler } from "../log-compliance-event.ts"
import { logErrorHandler } from "../log-error.ts"
import { logInfoHandler } from "../log-info.ts"
import { logLineHandler } from "../log-line.ts"
import { logWarnHandler } from "../log-warn.ts"
import { nextInQueueHandler } from "../next-in-queue.ts"
import { notifyAgentHandler } from "../notify-agent.ts"
import { notifyAttendantHandler } from "../notify-attendant.ts"
import { polishMessageHandler } from "../polish-message.ts"
import { qualifyLeadHandler } from "../qualify-lead.ts"
import { noteConsentHandler } from "../record-consent.ts"
import { removeMemberHandler } from "../remove-member.ts"
import { resolveConversationHandler } from "../resolve-conversation.ts"
import { setAttendantStatusHandler } from "../set-attendant-status.ts"
import { setUrgencyHandler } from "../set-priority.ts"
import { setUserHandler } from "../set-user.ts"
import { setUserFactHandler } from "../set-user-fact.ts"
import { addTagHandler } from "../tag-conversation.ts"
import { trackEventHandler } from "../track-event.ts"
import { transferToHumanHandler } from "../transfer-to-human.ts"
import { updateLeadScoreHandler } from "../update-lead-score.ts"
import { userFactsHandler } from "../user-facts.ts"

/** What the server does for this family of commands. */
export const peopleHandlers = {
  "TRANSFER TO HUMAN": transferToHumanHandler,
  "RESOLVE CONVERSATION": resolveConversationHandler,
  "GET QUEUE": getQueueHandler,
  "NEXT IN QUEUE": nextInQueueHandler,
  "ASSIGN CONVERSATION": assignConversationHandler,
  "SET PRIORITY": setUrgencyHandler,
  "TAG CONVERSATION": addTagHandler,
  "ADD NOTE": writeNoteHandler,
  "NOTIFY AGENT": notifyAgentHandler,
  "NOTIFY ATTENDANT": notifyAttendantHandler,
  "ESCALATE TO": escalateToHandler,
  "GET ATTENDANTS": getAttendantsHandler,
  "GET ATTENDANT STATS": getAttendantStatsHandler,
  "GET ATTENDANT STATUS": getAttendantStatusHandler,
  "SET ATTENDANT STATUS": setAttendantStatusHandler,
  "GET CUSTOMER HISTORY": getCustomerHistoryHandler,
  "IS ACTIVE": isActiveHandler,
  "GET TIPS": getTipsHandler,
  "POLISH MESSAGE": polishMessageHandler,
  "GET SMART REPLIES": getSmartRepliesHandler,
  "GET SUMMARY": getSummaryHandler,
  "ANALYZE SENTIMENT": analyzeSentimentHandler,
  "AI SCORE LEAD": aiScoreLeadHandler,
  "CREATE LEAD": createLeadHandler,
  "GET LEAD SCORE": getLeadScoreHandler,
  "QUALIFY LEAD": qualifyLeadHandler,
  "UPDATE LEAD SCORE": updateLeadScoreHandler,
  "CREATE TEAM": createTeamHandler,
  "ADD MEMBER": addMemberHandler,
  "REMOVE MEMBER": removeMemberHandler,
  "LIST MEMBERS": listMembersHandler,
  "SET USER": setUserHandler,
  LOG: logLineHandler,
  "LOG INFO": logInfoHandler,
  "LOG WARN": logWarnHandler,
  "LOG ERROR": logErrorHandler,
  "LOG ACTIVITY": logActivityHandler,
  "TRACK EVENT": trackEventHandler,
  "RECORD CONSENT": noteConsentHandler,
  "LOG COMPLIANCE EVENT": logComplianceEventHandler,
  "SET USER FACT": setUserFactHandler,
  "USER FACTS": userFactsHandler,
  "CLEAR USER MEMORY": clearUserMemoryHandler,
  "CACHE SET": cacheSetHandler,
  "CACHE GET": cacheGetHandler,
  "GET ENV": getEnvHandler,
} satisfies HandlersOf<typeof peopleCommands>
