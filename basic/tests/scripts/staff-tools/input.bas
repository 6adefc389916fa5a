REM ============================
REM HR tools
REM ============================

REM list employees
PARAM department AS STRING LIKE "IT" DESCRIPTION "dep" OPTIONAL
DESCRIPTION "Lists the employees"
IF NOT department THEN
   rows = FIND "employees"
ELSE
   rows = FIND "employees", "department='" + department + "'"
END IF
RETURN rows

REM add employee
PARAM name AS STRING LIKE "Ana"
PARAM department AS STRING LIKE "IT"
DESCRIPTION "Adds an employee"
id = "E-" + FORMAT(RANDOM(1000, 9999))
SAVE "employees", id, name, department
RETURN id

REM remove
PARAM id AS STRING LIKE "E-1"
DESCRIPTION "Removes an employee"
DELETE FROM "employees" WHERE id = id
RETURN TRUE
