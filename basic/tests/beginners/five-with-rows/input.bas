HEAR city WITH "Which city?"
rows = FIND "shops" WHERE
letters = LEN city
TALK "We found", letters
most = 1_000
FOR EACH shop IN rows
    TALK shop.name
NXT
