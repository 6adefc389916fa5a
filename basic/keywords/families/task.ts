/** Tasks, calendar and meetings: the commands of this family, in the order of the manual. */
import { addToWhiteboard } from "../add-to-whiteboard.ts"
import { addUserToProject } from "../add-user-to-project.ts"
import { answerCall } from "../answer-call.ts"
import { assignSmart } from "../assign-smart.ts"
import { book } from "../book.ts"
import { bookMeeting } from "../book-meeting.ts"
import { checkAvailability } from "../check-availability.ts"
import { createCalendarEvent } from "../create-calendar-event.ts"
import { makeProject } from "../create-project.ts"
import { makeTask } from "../create-task.ts"
import { dropProject } from "../delete-project.ts"
import { hearFromMeet } from "../hear-from-meet.ts"
import { inviteToMeet } from "../invite-to-meet.ts"
import { inviteToRoom } from "../invite-to-room.ts"
import { joinMeet } from "../join-meet.ts"
import { leaveMeet } from "../leave-meet.ts"
import { tieTasks } from "../link-tasks.ts"
import { listTasks } from "../list-tasks.ts"
import { inviteByMail } from "../send-invites.ts"
import { setEventDuration } from "../set-event-duration.ts"
import { setProject } from "../set-project.ts"
import { setTaskDueDate } from "../set-task-due-date.ts"
import { setTaskPriority } from "../set-task-priority.ts"
import { startMeet } from "../start-meet.ts"
import { talkToMeet } from "../talk-to-meet.ts"
import { renameProject } from "../update-project.ts"
import { waitForCallAnswer } from "../wait-for-call-answer.ts"

export const taskCommands = [
  makeTask,
  listTasks,
  setTaskPriority,
  setTaskDueDate,
  tieTasks,
  assignSmart,
  makeProject,
  renameProject,
  dropProject,
  setProject,
  addUserToProject,
  book,
  bookMeeting,
  createCalendarEvent,
  setEventDuration,
  inviteByMail,
  checkAvailability,
  startMeet,
  joinMeet,
  leaveMeet,
  inviteToMeet,
  inviteToRoom,
  talkToMeet,
  hearFromMeet,
  answerCall,
  waitForCallAnswer,
  addToWhiteboard,
] as const
