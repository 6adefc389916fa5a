' The safety briefing, with two questions. Gives TRUE when it was read and understood.

BEGIN TALK
3 of 4: Safety, in short.

- In case of fire, leave by the stairs and meet in the yard.
- First aid is in the kitchen on every floor.
- The emergency number is **112**.
END TALK

where_to_meet:
HEAR place AS "In the yard", "At the lift", "In the kitchen" WITH "Where do we meet in case of fire?"
IF place <> "In the yard" THEN
    TALK "In the yard, and never by the lift. Let us look at it once more later."
    RETURN FALSE
END IF

agreed:
HEAR understood AS BOOLEAN WITH "Right! Have you understood the rest, too?"
RETURN understood
