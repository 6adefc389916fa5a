n = KB DOCUMENTS COUNT + 1
TALK "Waiting: " + GET QUEUE
o = { total: KB DOCUMENTS COUNT, list: [LIST BOTS, 2] }
