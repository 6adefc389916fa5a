' One finding for one mistake.

WAIT -1 ' error: basic.out_of_range

WAIT "soon" ' error: basic.constant_type

TALK ' error: basic.missing_operand

TALK 1 2 ' error: basic.unexpected_rest

GOTO nowhere ' error: basic.missing_label

NEXT ' error: basic.stray_closer

IF x = THEN ' error: basic.unexpected
END IF

IF TRUE ' error: basic.missing_word
END IF

HEAR x AS EMIAL ' error: basic.unknown_answer_type

x = TALK "a" ' error: basic.command_without_result

x = 1 + HEAR ' error: basic.hear_in_expression

x = LEN() ' error: basic.argument_count

EXIT FOR ' error: basic.exit_outside

nonsense here ' error: basic.unknown_statement

x + 1 ' error: basic.not_a_statement

IF LEN("a") > "b" THEN PRINT 1 ' error: basic.text_compared_with_number

x = { a: 1, a: 2 } ' error: basic.duplicate_key
