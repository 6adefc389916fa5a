' A command with operands of its own, inside the parentheses of another command's operand.
name = GET BOT MEMORY (x > 1 ? (GET SESSION "a", "b") : 0)
