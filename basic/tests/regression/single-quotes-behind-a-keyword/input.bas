TALK 'Hello'
PRINT 'it is' + ' joined'
SELECT CASE 'a'
    CASE 'a', 'b'
        TALK 'one of them'
END SELECT
HEAR size AS 'Small', 'Large' WITH 'Which one?'
TALK size ' said 'so'
