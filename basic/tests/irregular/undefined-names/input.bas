camp_id = 1
TALK cmap_id
TALK unknown_thing
TALK user.name + today + admin1
PARAM size AS STRING
TALK size
