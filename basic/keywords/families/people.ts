/** Human agents, leads and members: the commands of this family, in the order of the manual. */
import { addMember } from "../add-member.ts"
import { writeNote } from "../add-note.ts"
import { aiScoreLead } from "../ai-score-lead.ts"
import { analyzeSentiment } from "../analyze-sentiment.ts"
import { assignConversation } from "../assign-conversation.ts"
import { cacheGet } from "../cache-get.ts"
import { cacheSet } from "../cache-set.ts"
import { clearUserMemory } from "../clear-user-memory.ts"
import { createLead } from "../create-lead.ts"
import { createTeam } from "../create-team.ts"
import { escalateTo } from "../escalate-to.ts"
import { getAttendantStats } from "../get-attendant-stats.ts"
import { getAttendantStatus } from "../get-attendant-status.ts"
import { getAttendants } from "../get-attendants.ts"
import { getCustomerHistory } from "../get-customer-history.ts"
import { getEnv } from "../get-env.ts"
import { getLeadScore } from "../get-lead-score.ts"
import { getQueue } from "../get-queue.ts"
import { getSmartReplies } from "../get-smart-replies.ts"
import { getSummary } from "../get-summary.ts"
import { getTips } from "../get-tips.ts"
import { isActive } from "../is-active.ts"
import { listMembers } from "../list-members.ts"
import { logActivity } from "../log-activity.ts"
import { logComplianceEvent } from "../log-compliance-event.ts"
import { logError } from "../log-error.ts"
import { logInfo } from "../log-info.ts"
import { logLine } from "../log-line.ts"
import { logWarn } from "../log-warn.ts"
import { nextInQueue } from "../next-in-queue.ts"
import { notifyAgent } from "../notify-agent.ts"
import { notifyAttendant } from "../notify-attendant.ts"
import { polishMessage } from "../polish-message.ts"
import { qualifyLead } from "../qualify-lead.ts"
import { noteConsent } from "../record-consent.ts"
import { removeMember } from "../remove-member.ts"
import { resolveConversation } from "../resolve-conversation.ts"
import { setAttendantStatus } from "../set-attendant-status.ts"
import { setUrgency } from "../set-priority.ts"
import { setUser } from "../set-user.ts"
import { setUserFact } from "../set-user-fact.ts"
import { addTag } from "../tag-conversation.ts"
import { trackEvent } from "../track-event.ts"
import { transferToHuman } from "../transfer-to-human.ts"
import { updateLeadScore } from "../update-lead-score.ts"
import { userFacts } from "../user-facts.ts"

export const peopleCommands = [
  transferToHuman,
  resolveConversation,
  getQueue,
  nextInQueue,
  assignConversation,
  setUrgency,
  addTag,
  writeNote,
  notifyAgent,
  notifyAttendant,
  escalateTo,
  getAttendants,
  getAttendantStats,
  getAttendantStatus,
  setAttendantStatus,
  getCustomerHistory,
  isActive,
  getTips,
  polishMessage,
  getSmartReplies,
  getSummary,
  analyzeSentiment,
  aiScoreLead,
  createLead,
  getLeadScore,
  qualifyLead,
  updateLeadScore,
  createTeam,
  addMember,
  removeMember,
  listMembers,
  setUser,
  logLine,
  logInfo,
  logWarn,
  logError,
  logActivity,
  trackEvent,
  noteConsent,
  logComplianceEvent,
  setUserFact,
  userFacts,
  clearUserMemory,
  cacheSet,
  cacheGet,
  getEnv,
] as const
