level = 3
SWITCH level
    CASE 1
        TALK "low"
    CASE 2, 3
        TALK "high"
    DEFAULT
        TALK "unknown"
END SWITCH
