import type { BenchProgram } from "../program.ts"

export const dialog: BenchProgram = {
  name: "dialog",
  does: "1,000 visitors order and say goodbye: 8,000 answers heard, 8,000 texts said",
  basic: `
served = 0
FOR visit = 1 TO 1000
  cart = {"pizza": 0, "salad": 0, "cola": 0}
  items = 0
  DO
    HEAR answer
    words = SPLIT(LCASE(TRIM(answer)), " ")
    SELECT CASE words[0]
    CASE "hello"
      TALK "Hello! What would you like, visitor " + visit + "?"
    CASE "menu"
      TALK "We have pizza, salad and cola."
    CASE "add"
      cart[words[2]] = cart[words[2]] + words[1] * 1
      items = items + words[1] * 1
      TALK "There are now " + items + " things in your cart."
    CASE "total"
      sum = cart.pizza * 9 + cart.salad * 6 + cart.cola * 2
      IF sum > 20 THEN
        TALK "That is " + sum + " euros. We bring it for nothing."
      ELSE
        TALK "That is " + sum + " euros, and 3 to bring it."
      END IF
    CASE "bye"
      served = served + 1
      TALK "Goodbye, visitor " + visit + "!"
      EXIT DO
    CASE ELSE
      IF answer CONTAINS "price" OR answer CONTAINS "cost" THEN
        TALK "A pizza is 9, a salad 6, a cola 2."
      ELSE
        TALK "I did not understand: " + answer
      END IF
    END SELECT
  LOOP
NEXT
RETURN served`,
  javascript: `
let served = 0
for (let visit = 1; visit <= 1000; visit++) {
  const cart = { pizza: 0, salad: 0, cola: 0 }
  let items = 0
  for (let open = true; open; ) {
    const answer = hear()
    const words = answer.trim().toLowerCase().split(" ")
    switch (words[0]) {
      case "hello":
        talk("Hello! What would you like, visitor " + visit + "?")
        break
      case "menu":
        talk("We have pizza, salad and cola.")
        break
      case "add":
        cart[words[2]] = cart[words[2]] + words[1] * 1
        items = items + words[1] * 1
        talk("There are now " + items + " things in your cart.")
        break
      case "total":
        const sum = cart.pizza * 9 + cart.salad * 6 + cart.cola * 2
        if (sum > 20) talk("That is " + sum + " euros. We bring it for nothing.")
        else talk("That is " + sum + " euros, and 3 to bring it.")
        break
      case "bye":
        served = served + 1
        talk("Goodbye, visitor " + visit + "!")
        open = false
        break
      default:
        if (answer.includes("price") || answer.includes("cost")) talk("A pizza is 9, a salad 6, a cola 2.")
        else talk("I did not understand: " + answer)
    }
  }
}
return served`,
  lua: `
local served = 0
for visit = 1, 1000 do
  local cart = { pizza = 0, salad = 0, cola = 0 }
  local items = 0
  while true do
    local answer = hear()
    local words = {}
    for word in string.gmatch(string.lower(answer), "%S+") do words[#words + 1] = word end
    local verb = words[1]
    if verb == "hello" then
      talk("Hello! What would you like, visitor " .. visit .. "?")
    elseif verb == "menu" then
      talk("We have pizza, salad and cola.")
    elseif verb == "add" then
      local count = math.tointeger(tonumber(words[2]))
      cart[words[3]] = cart[words[3]] + count
      items = items + count
      talk("There are now " .. items .. " things in your cart.")
    elseif verb == "total" then
      local sum = cart.pizza * 9 + cart.salad * 6 + cart.cola * 2
      if sum > 20 then talk("That is " .. sum .. " euros. We bring it for nothing.")
      else talk("That is " .. sum .. " euros, and 3 to bring it.") end
    elseif verb == "bye" then
      served = served + 1
      talk("Goodbye, visitor " .. visit .. "!")
      break
    elseif string.find(answer, "price", 1, true) or string.find(answer, "cost", 1, true) then
      talk("A pizza is 9, a salad 6, a cola 2.")
    else
      talk("I did not understand: " .. answer)
    end
  end
end
return served`,
}

/** What each visitor says, in turn. */
export const visitorSays = [
  "Hello",
  " MENU ",
  "add 2 pizza",
  "What is the price of a salad?",
  "add 1 cola",
  "Total",
  "And the moon?",
  "bye",
]
