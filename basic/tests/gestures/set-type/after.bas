HEAR x AS "Yes", "No" WITH "?" TIMEOUT 60 ' c
