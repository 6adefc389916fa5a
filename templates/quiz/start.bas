' A short quiz about the sea. Change the questions to your own; each right answer counts a point.

welcome:
points = 0
TALK "Welcome to the little quiz of the sea! Five questions, one point for each right answer."

the_largest:
HEAR answer AS "Atlantic", "Pacific", "Indian" WITH "1. Which ocean is the largest?"
IF answer = "Pacific" THEN
    points = points + 1
    TALK "Right! The Pacific is larger than all land together."
ELSE
    TALK "It is the Pacific: larger than all land together."
END IF

the_deepest:
HEAR answer AS "About 4 km", "About 11 km", "About 25 km" WITH "2. How deep is the deepest place of the sea?"
IF answer = "About 11 km" THEN
    points = points + 1
    TALK "Right! That is the Mariana Trench, almost 11 km deep."
ELSE
    TALK "It is the Mariana Trench, almost 11 km deep."
END IF

the_salt:
HEAR salt AS INTEGER WITH "3. How many grams of salt are in a litre of sea water? Guess a whole number."
IF salt >= 30 AND salt <= 40 THEN
    points = points + 1
    TALK "Very good! It is about 35 grams."
ELSE
    TALK "It is about 35 grams: two good spoons."
END IF

the_animal:
HEAR answer AS "Blue whale", "Giant squid", "Whale shark" WITH "4. Which is the largest animal that ever lived?"
IF answer = "Blue whale" THEN
    points = points + 1
    TALK "Right! Up to 30 metres long, with a heart as large as a small car."
ELSE
    TALK "It is the blue whale: up to 30 metres long."
END IF

the_tide:
HEAR answer AS "The wind", "The moon", "The currents" WITH "5. What makes the tides?"
IF answer = "The moon" THEN
    points = points + 1
    TALK "Right! The moon pulls at the water, and the sun helps."
ELSE
    TALK "It is the moon that pulls at the water."
END IF

result:
TALK "You have **${points} of 5** points."
IF points = 5 THEN
    TALK "Perfect! You could teach this."
ELSE IF points >= 3 THEN
    TALK "Well done!"
ELSE
    TALK "There is a lot to discover. Try again?"
END IF
best = GET USER MEMORY "best score"
IF points > best THEN SET USER MEMORY "best score", points

once_more:
HEAR again AS "Play again", "That was fun, goodbye" WITH "Shall we play once more?"
IF again = "Play again" THEN GOTO welcome
TALK "Thank you for playing. Tell your friends!"
