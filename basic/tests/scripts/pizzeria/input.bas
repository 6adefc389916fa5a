' ======================================
' Pizzaria — pedido completo por WhatsApp
' ======================================
OPTION EXPLICIT
CLEAR SUGGESTIONS
let cliente = GET SESSION "user_name"
carrinho = []
total = 0

BEGIN TALK
🍕 *Pizzaria da Ana*
Olá ${cliente ?? "amigo"}! O que deseja?
END TALK

menu:
HEAR opcao AS "Ver cardápio", "Fazer pedido", "Falar com atendente"
SELECT CASE opcao
    CASE "Ver cardápio"
        pizzas = FIND "pizzas.csv", "ativo=sim"
        texto = ""
        FOR EACH p IN pizzas
            texto = texto + "• " + p.nome + " — R$ " + FORMAT(p.preco, "#,##0.00") + "\n"
        END FOR
        TALK texto
        GOTO menu
    CASE "Fazer pedido"
        continua = TRUE
        DO WHILE continua
            HEAR sabor AS STRING WITH "Qual sabor?"
            pizza = FIND "pizzas.csv", "nome=" + sabor
            IF NOT pizza THEN
                TALK "Não temos " + sabor + " 😕"
            ELSE
                HEAR qtd AS INTEGER WITH "Quantas?" DEFAULT 1
                item = #{ sabor: pizza.nome, qtd: qtd, preco: pizza.preco * qtd }
                PUSH carrinho, item
                total = total + item.preco
            END IF
            HEAR continua AS BOOLEAN WITH "Mais alguma coisa?" DEFAULT FALSE
        LOOP
    CASE ELSE
        TRANSFER TO HUMAN "vendas", "normal", "Cliente quer falar com alguém"
        EXIT
END SELECT

IF UBOUND(carrinho) = 0 THEN
    TALK "Carrinho vazio. Até logo!"
    RETURN
END IF

HEAR endereco AS TEXT WITH "Endereço de entrega?"
HEAR cpf AS CPF WITH "CPF na nota? (opcional)" DEFAULT ""
pedido = "P-" + FORMAT(NOW(), "YYYYMMDD") + "-" + FORMAT(RANDOM(1000, 9999))
WITH registro
    id = pedido
    cliente = cliente
    itens = TOJSON(carrinho)
    total = total
    endereco = endereco
    status = "novo"
    criado = NOW()
END WITH
SAVE "pedidos", registro
TALK "Pedido *" + pedido + "* confirmado: " + FORMAT(total, "R$ #,##0.00")
SEND MAIL "cozinha@example.org", "Novo pedido " + pedido, "
Itens:
${TOJSON(carrinho)}

Endereço: ${endereco}
"
SET USER MEMORY "ultimo_pedido", pedido
SCHEDULE IN 1800 SECONDS DO
    TALK "Como estava a pizza? De 1 a 5"
    HEAR nota AS INTEGER
    SAVE "notas", pedido, nota
END SCHEDULE
