import type { taskCommands } from "#basic/keywords/families/task.ts"
import { addToWhiteboardHandler } from "../add-to-whiteboard.ts"
import { addUserToProjectHandler } from "../add-user-to-project.ts"
import { answerCallHandler } from "../answer-call.ts"
import { assignSmartHandler } from "../assign-smart.ts"
import { bookHandler } from "../book.ts"
import { bookMeetingHandler } from "../book-meeting.ts"
import { checkAvailabilityHandler } from "../check-availability.ts"
import { createCalendarEventHandler } from "../create-calendar-event.ts"
import { makeProjectHandler } from "../create-project.ts"
import { makeTaskHandler } from "../create-task.ts"
import { dropProjectHandler } from "../delete-project.ts"
import type { HandlersOf } from "../handler.ts"
import { hearFromMeetHandler } from "../hear-from-meet.ts"
import { inviteToMeetHandler } from "../invite-to-meet.ts"
import { inviteToRoomHandler } from "../invite-to-room.ts"
import { joinMeetHandler } from "../join-meet.ts"
import { leaveMeetHandler } from "../leave-meet.ts"
import { tieTasksHandler } from "../link-tasks.ts"
import { listTasksHandler } from "../list-tasks.ts"
import { inviteByMailHandler } from "../send-invites.ts"
import { setEventDurationHandler } from "../set-event-duration.ts"
import { setProjectHandler } from "../set-project.ts"
import { setTaskDueDateHandler } from "../set-task-due-date.ts"
import { setTaskPriorityHandler } from "../set-task-priority.ts"
import { startMeetHandler } from "../start-meet.ts"
import { talkToMeetHandler } from "../talk-to-meet.ts"
import { renameProjectHandler } from "../update-project.ts"
import { waitForCallAnswerHandler } from "../wait-for-call-answer.ts"

/** What the server does for this family of commands. */
export const taskHandlers = {
  "CREATE TASK": makeTaskHandler,
  "LIST TASKS": listTasksHandler,
  "SET TASK PRIORITY": setTaskPriorityHandler,
  "SET TASK DUE DATE": setTaskDueDateHandler,
  "LINK TASKS": tieTasksHandler,
  "ASSIGN SMART": assignSmartHandler,
  "CREATE PROJECT": makeProjectHandler,
  "UPDATE PROJECT": renameProjectHandler,
  "DELETE PROJECT": dropProjectHandler,
  "SET PROJECT": setProjectHandler,
  "ADD USER TO PROJECT": addUserToProjectHandler,
  BOOK: bookHandler,
  "BOOK MEETING": bookMeetingHandler,
  "CREATE CALENDAR EVENT": createCalendarEventHandler,
  "SET EVENT DURATION": setEventDurationHandler,
  "SEND INVITES": inviteByMailHandler,
  "CHECK AVAILABILITY": checkAvailabilityHandler,
  "START MEET": startMeetHandler,
  "JOIN MEET": joinMeetHandler,
  "LEAVE MEET": leaveMeetHandler,
  "INVITE TO MEET": inviteToMeetHandler,
  "INVITE TO ROOM": inviteToRoomHandler,
  "TALK TO MEET": talkToMeetHandler,
  "HEAR FROM MEET": hearFromMeetHandler,
  "ANSWER CALL": answerCallHandler,
  "WAIT FOR CALL ANSWER": waitForCallAnswerHandler,
  "ADD TO WHITEBOARD": addToWhiteboardHandler,
} satisfies HandlersOf<typeof taskCommands>
