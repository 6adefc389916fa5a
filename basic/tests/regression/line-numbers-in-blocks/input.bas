10 DESCRIPTION Says what was chosen
20 HEAR choice AS "A", "B"
30 SELECT CASE choice
40 ' the first
50 CASE "A"
60 WITH order
70 ' what was chosen
80 .kind = choice
90 id = 7
100 END WITH
110 CASE ELSE
120 BEGIN TALK
Nothing for ${choice}.
END TALK
130 GOTO 150
140 END SELECT
150 TALK "Done"
