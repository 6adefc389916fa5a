name = “Ana”
TALK “Hello ${name}, it’s you”
TALK ‘single’ + „low“ + «angle»
TALK "“kept” inside"
IF !(name = “Bo”) THEN TALK “not Bo”
