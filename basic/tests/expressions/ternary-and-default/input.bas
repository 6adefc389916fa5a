score = 7
grade = score > 5 ? "good" : score > 3 ? "fair" : "poor"
count = (missing OR 0) + 1
TALK grade + count + IIF(score = 7, " seven", " other")
