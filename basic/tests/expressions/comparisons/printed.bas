a = "Ana"
b = [1, 2]
ok = a <> "x" AND a <> "y" AND a LIKE "A%"
ok = a CONTAINS "n" OR a STARTS WITH "A" OR a ENDS WITH "a"
ok = 1 IN b AND 3 NOT IN [1, 2] AND NOT 5 IN [1]
ok = 2 BETWEEN 1 AND 3 AND NOT a LIKE "b%"
ok = a IS NULL OR a IS NOT NULL OR a = NULL
ok = a = "Ana" AND ok OR FALSE
TALK ok
