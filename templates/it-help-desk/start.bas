' The first line of the IT help desk: tries what usually helps, and writes a good ticket when it does not.

ON MESSAGE "start over" GOTO what_is_wrong
ON MESSAGE "urgent" GOTO urgent

welcome:
TALK "Hello, this is the IT help desk."

what_is_wrong:
HEAR problem AS "Password", "Internet or VPN", "Printer", "A program", "Order equipment" WITH "What is it about?"
SELECT CASE problem
    CASE "Password"
        GOTO password
    CASE "Internet or VPN"
        GOTO network
    CASE "Printer"
        GOTO printer
    CASE "A program"
        GOTO new_ticket
    CASE "Order equipment"
        GOTO equipment
    CASE ELSE
        GOTO new_ticket
END SELECT

password:
BEGIN TALK
You can set a new password yourself:

1. Open https://example.com/password
2. Type your work address and press *Send code*.
3. Type the code from your phone, then the new password.
END TALK
GOTO did_it_help

network:
TALK "Please turn Wi-Fi off and on again, then restart the VPN program. Wait a minute before you try."
GOTO did_it_help

printer:
TALK "Please turn the printer off, wait ten seconds, and turn it on. Then delete what is waiting in its list, and print again."
GOTO did_it_help

did_it_help:
HEAR works AS "It works", "It does not work" WITH "Does it work now?"
IF works = "It works" THEN GOTO solved

new_ticket:
HEAR details WITH "Please describe what happens, and what you have tried."
HEAR reach AS "Only me", "My team", "Everybody" WITH "Who cannot work because of it?"
priority = "medium"
IF reach = "My team" THEN priority = "high"
IF reach = "Everybody" THEN priority = "urgent"

who_are_you:
HEAR email AS EMAIL WITH "What is your work address?"
IF email = "" THEN GOTO urgent
number = "IT-" + GENERATE CODE 5
CREATE TASK "${number} ${problem}" WITH description = "${email}: ${details}", priority = priority
TALK "Your ticket is **${number}**. We write to ${email} when there is news."
IF priority <> "urgent" THEN GOTO goodbye

urgent:
TRANSFER TO HUMAN "it", "urgent", problem
TALK "That cannot wait: a colleague joins this chat in a moment."
END

equipment:
HEAR item AS "Laptop", "Screen", "Headset", "Phone" WITH "What do you need?"
HEAR reason WITH "What do you need it for?"
HEAR email AS EMAIL WITH "What is your work address?"
CREATE TASK "Equipment: ${item}" WITH description = "${email}: ${reason}", priority = "low"
TALK "I have passed it on. Your manager gets a mail to approve it."
GOTO goodbye

solved:
TRACK EVENT "solved by the bot", { problem: problem }
TALK "Wonderful!"

goodbye:
TALK "Have a good day. Write to me whenever something is stuck."
