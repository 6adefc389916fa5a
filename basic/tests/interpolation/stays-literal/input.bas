amount = 5
TALK "${{amount}"
TALK "${resumo de historico)}"
TALK "price {amount} and {{amount}} stay"
TALK "escaped \${amount}"
TALK "costs $${amount}"
