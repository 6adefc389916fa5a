PARAM arquivo AS FILE LIKE "notas.xlsx" DESCRIPTION "Planilha de notas"
DESCRIPTION "Importa notas e avisa os alunos"
linhas = READ arquivo AS TABLE
ok = 0
erros = []
FOR EACH l IN linhas
    IF ISEMPTY(l.matricula) THEN
        PUSH(erros, "linha sem matrícula")
        CONTINUE
    END IF
    aluno = FIND "alunos", "matricula=" + l.matricula
    IF NOT aluno THEN
        erros.push("aluno " + l.matricula + " não existe")
    ELSE
        MERGE "notas" WITH {
            id: l.matricula + "-" + l.disciplina,
            aluno: aluno.id,
            nota: VAL(l.nota),
            em: NOW()
        } BY "id"
        IF VAL(l.nota) < 5 THEN
            SEND MAIL aluno.email, "Recuperação em " + l.disciplina, "
Olá ${aluno.nome},

Sua nota foi ${l.nota}. Procure a secretaria.
"
        END IF
        ok = ok + 1
    END IF
NEXT
TALK "✅ " + ok + " notas" + IIF(UBOUND(erros) > 0, "\n⚠️ " + JOIN(erros, "\n⚠️ "), "")
RETURN WITH importadas AS ok, erros AS erros
