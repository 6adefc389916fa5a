import auth from "./auth.json" with { type: "json" }
import bots from "./bots.json" with { type: "json" }
import chat from "./chat.json" with { type: "json" }
import common from "./common.json" with { type: "json" }
import docs from "./docs.json" with { type: "json" }
import people from "./people.json" with { type: "json" }
import problems from "./problems.json" with { type: "json" }
import shell from "./shell.json" with { type: "json" }

export const core = { auth, bots, chat, common, docs, people, problems, shell }
