endereço = { "número": 12 }
TALK endereço.número
