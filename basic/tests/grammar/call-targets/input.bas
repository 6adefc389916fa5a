CALL "other.bas"
CALL "/files/save", "a.txt", "text"
answer = CALL "/ai/ask", { q: 1 }
CALL helper
TALK answer
