/**
 * What `CALL "/area/verb", a, b` means, written in the language itself: `a0` stands for the first operand
 * behind the path. Of the lines of a path the one that uses most of the operands given is taken. A path
 * whose command has no definition is not available.
 */
export const platformPaths: Readonly<Record<string, readonly string[]>> = {
  "/comm/email/send": ["SEND MAIL a0, a1, a2, a3", "SEND MAIL a0, a1, a2", "SEND MAIL a0, a1"],
  "/comm/notifications/send": [
    'TALK TO a0, a1 + "\\n" + a2 + "\\n" + a3',
    'TALK TO a0, a1 + "\\n" + a2',
    "TALK TO a0, a1",
  ],
  "/comm/email/list": [],
  "/files/upload": ["r = UPLOAD a1 TO a0"],
  "/files/save": ["WRITE a0, a1"],
  "/files/create": ["WRITE a0, a1", 'WRITE a0, ""'],
  "/files/getContents": ["r = READ a0"],
  "/files/recent": ['r = LIST ""'],
  "/files/search": ['r = LIST "" FILTER a0.query RECURSIVE'],
  "/files/createFolder": [],
  "/files/permissions": [],
  "/files/shareFolder": [],
  "/storage/save": ["WRITE a0, a1"],
  "/storage/json": ["r = FIND a0, a1", "r = FIND a0"],
  "/tasks/create": [
    "r = CREATE TASK a0.title, a0.description, a0.assignee, a0.due, a0.priority",
    "CREATE TASK a0.title, a0.description, a0.assignee, a0.due, a0.priority",
  ],
  "/tasks/list": ["r = LIST TASKS a0", "r = LIST TASKS"],
  "/tasks/status/update": ["SET TASK STATUS a0, a1"],
  "/tasks/lanes/create": [],
  "/calendar/events/list": ["r = LIST CALENDAR EVENTS a0.start, a0.end"],
  "/calendar/events/get": [],
  "/calendar/events/create": [
    "r = CREATE CALENDAR EVENT a0.title, a0.start, a0.end",
    "CREATE CALENDAR EVENT a0.title, a0.start, a0.end",
  ],
  "/calendar/availability/check": [
    "r = CHECK AVAILABILITY a0, a1, a2, a3",
    "r = CHECK AVAILABILITY a0, a1, a2",
  ],
  "/conversations/create": [],
  "/conversations/members/add": ["INVITE TO MEET a1"],
  "/conversations/messages/send": ["TALK TO a0, a1.text", "SEND TO SESSION a0, a1.text"],
  "/conversations/calls/join": ["JOIN MEET a0"],
  "/conversations/calls/leave": ["LEAVE MEET"],
  "/conversations/recording/start": [],
  "/conversations/recording/stop": [],
  "/conversations/recording/transcript": [],
  "/crm/activities/create": ["LOG ACTIVITY a0, a1, a2", "LOG ACTIVITY a0"],
  "/crm/opportunities/update": [],
  "/crm/tickets/list": [],
  "/crm/tickets/create": [
    "r = CREATE TASK a0.title, a0.description, a0.assignee, a0.due, a0.priority",
  ],
  "/crm/meetings/list": [],
  "/crm/customers/get": ["r = GET CUSTOMER HISTORY a0"],
  "/groups/create": ["r = CREATE TEAM a0.name, a0.members", "CREATE TEAM a0.name"],
  "/groups/members/add": ["ADD MEMBER a1 TO a0", "ADD MEMBER a0, a1"],
  "/groups/settings": [],
  "/ai/analyze/text": [
    'r = LLM "Analyze the " + a1 + " of this text, and answer with the result alone:\\n" + a0',
    'r = LLM "Analyze this text, and answer with the result alone:\\n" + a0',
  ],
  "/ai/summarize": ["r = SUMMARIZE a0"],
  "/analytics/reports/generate": [],
  "/health/detailed": [],
  "/security/audit/logs": [],
}
