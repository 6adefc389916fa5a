#workflow
ORCHESTRATE WORKFLOW "hire"
STEP 1: BOT "screener" "read the CV of ${candidate}"
IF score > 7 THEN
    STEP 2: HUMAN APPROVAL FROM "hr@example.org"
        TIMEOUT 86400
        ON TIMEOUT: remind HR and go on
ELSE
    STEP 2: BOT "writer" "polite refusal"
END IF
STEP 3: PARALLEL
    BRANCH A: BOT "it" "laptop"
    BRANCH B: BOT "office" "desk"
END PARALLEL
PUBLISH EVENT "hired"
SCHEDULE IN 3 DAYS DO
    TALK "How was the first week?"
END SCHEDULE
