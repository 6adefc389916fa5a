export interface Texts {
  readonly open: string
  readonly close: string
  readonly title: string
  readonly placeholder: string
  readonly choose: string
  readonly send: string
  readonly typing: string
  readonly offline: string
  readonly notSent: string
  readonly retry: string
  readonly restart: string
  readonly ended: string
  readonly unread: string
  readonly you: string
  readonly bot: string
  readonly agent: string
  readonly messages: string
  readonly opensNewTab: string
  readonly tooLong: string
  readonly attach: string
  readonly sending: string
  readonly sources: string
  readonly loading: string
  readonly passageGone: string
}

const en: Texts = {
  open: "Open chat",
  close: "Close chat",
  title: "Chat with us",
  placeholder: "Write a message",
  choose: "Choose above, or write",
  send: "Send",
  typing: "Writing an answer",
  offline: "No connection. We keep trying.",
  notSent: "Not sent.",
  retry: "Try again",
  restart: "Start over",
  ended: "This conversation has ended. Write to begin again.",
  unread: "new messages",
  you: "You",
  bot: "Bot",
  agent: "Team member",
  messages: "Messages",
  opensNewTab: "opens in a new tab",
  tooLong: "That is too long for one message. Please shorten it.",
  attach: "Attach a file, up to 25 MB",
  sending: "Sending the file",
  sources: "Sources",
  loading: "One moment…",
  passageGone: "This passage is no longer there.",
}

/** The widget's own words; what the bot says comes from the bot. */
export const texts: Readonly<Record<string, Texts>> = {
  en,
  pt: {
    open: "Abrir conversa",
    close: "Fechar conversa",
    title: "Fale conosco",
    placeholder: "Escreva uma mensagem",
    choose: "Escolha acima ou escreva",
    send: "Enviar",
    typing: "Escrevendo uma resposta",
    offline: "Sem conexão. Continuamos tentando.",
    notSent: "Não enviada.",
    retry: "Tentar de novo",
    restart: "Recomeçar",
    ended: "Esta conversa terminou. Escreva para começar de novo.",
    unread: "mensagens novas",
    you: "Você",
    bot: "Bot",
    agent: "Pessoa da equipe",
    messages: "Mensagens",
    opensNewTab: "abre em outra aba",
    tooLong: "É longo demais para uma mensagem. Encurte, por favor.",
    attach: "Anexar arquivo, até 25 MB",
    sending: "Enviando o arquivo",
    sources: "Fontes",
    loading: "Um momento…",
    passageGone: "Este trecho não existe mais.",
  },
  es: {
    open: "Abrir el chat",
    close: "Cerrar el chat",
    title: "Habla con nosotros",
    placeholder: "Escribe un mensaje",
    choose: "Elige arriba o escribe",
    send: "Enviar",
    typing: "Escribiendo una respuesta",
    offline: "Sin conexión. Seguimos intentando.",
    notSent: "No enviado.",
    retry: "Intentar de nuevo",
    restart: "Empezar de nuevo",
    ended: "Esta conversación terminó. Escribe para empezar otra vez.",
    unread: "mensajes nuevos",
    you: "Tú",
    bot: "Bot",
    agent: "Persona del equipo",
    messages: "Mensajes",
    opensNewTab: "se abre en otra pestaña",
    tooLong: "Es demasiado largo para un mensaje. Acórtalo, por favor.",
    attach: "Adjuntar archivo, hasta 25 MB",
    sending: "Enviando el archivo",
    sources: "Fuentes",
    loading: "Un momento…",
    passageGone: "Este pasaje ya no existe.",
  },
  de: {
    open: "Chat öffnen",
    close: "Chat schließen",
    title: "Schreiben Sie uns",
    placeholder: "Nachricht schreiben",
    choose: "Oben wählen oder schreiben",
    send: "Senden",
    typing: "Antwort wird geschrieben",
    offline: "Keine Verbindung. Wir versuchen es weiter.",
    notSent: "Nicht gesendet.",
    retry: "Noch einmal",
    restart: "Von vorn",
    ended: "Dieses Gespräch ist zu Ende. Schreiben Sie, um neu zu beginnen.",
    unread: "neue Nachrichten",
    you: "Sie",
    bot: "Bot",
    agent: "Teammitglied",
    messages: "Nachrichten",
    opensNewTab: "öffnet in neuem Tab",
    tooLong: "Das ist zu lang für eine Nachricht. Bitte kürzen Sie es.",
    attach: "Datei anhängen, bis 25 MB",
    sending: "Datei wird gesendet",
    sources: "Quellen",
    loading: "Einen Moment …",
    passageGone: "Diese Stelle gibt es nicht mehr.",
  },
  fr: {
    open: "Ouvrir la discussion",
    close: "Fermer la discussion",
    title: "Écrivez-nous",
    placeholder: "Écrire un message",
    choose: "Choisissez ci-dessus, ou écrivez",
    send: "Envoyer",
    typing: "Réponse en cours",
    offline: "Pas de connexion. Nous réessayons.",
    notSent: "Non envoyé.",
    retry: "Réessayer",
    restart: "Recommencer",
    ended: "Cette conversation est terminée. Écrivez pour recommencer.",
    unread: "nouveaux messages",
    you: "Vous",
    bot: "Bot",
    agent: "Membre de l'équipe",
    messages: "Messages",
    opensNewTab: "s’ouvre dans un nouvel onglet",
    tooLong: "C’est trop long pour un message. Raccourcissez-le.",
    attach: "Joindre un fichier, 25 Mo au plus",
    sending: "Envoi du fichier",
    sources: "Sources",
    loading: "Un instant…",
    passageGone: "Ce passage n’existe plus.",
  },
  tr: {
    open: "Sohbeti aç",
    close: "Sohbeti kapat",
    title: "Bize yazın",
    placeholder: "Bir mesaj yazın",
    choose: "Yukarıdan seçin ya da yazın",
    send: "Gönder",
    typing: "Yanıt yazılıyor",
    offline: "Bağlantı yok. Denemeye devam ediyoruz.",
    notSent: "Gönderilemedi.",
    retry: "Yeniden dene",
    restart: "Baştan başla",
    ended: "Bu görüşme bitti. Yeniden başlamak için yazın.",
    unread: "yeni mesaj",
    you: "Siz",
    bot: "Bot",
    agent: "Ekip üyesi",
    messages: "Mesajlar",
    opensNewTab: "yeni sekmede açılır",
    tooLong: "Bir mesaj için çok uzun. Lütfen kısaltın.",
    attach: "Dosya ekle, en fazla 25 MB",
    sending: "Dosya gönderiliyor",
    sources: "Kaynaklar",
    loading: "Bir saniye…",
    passageGone: "Bu bölüm artık yok.",
  },
  ar: {
    open: "فتح المحادثة",
    close: "إغلاق المحادثة",
    title: "تحدث إلينا",
    placeholder: "اكتب رسالة",
    choose: "اختر من الأعلى أو اكتب",
    send: "إرسال",
    typing: "جارٍ كتابة رد",
    offline: "لا يوجد اتصال. نواصل المحاولة.",
    notSent: "لم تُرسل.",
    retry: "إعادة المحاولة",
    restart: "البدء من جديد",
    ended: "انتهت هذه المحادثة. اكتب لتبدأ من جديد.",
    unread: "رسائل جديدة",
    you: "أنت",
    bot: "البوت",
    agent: "عضو الفريق",
    messages: "الرسائل",
    opensNewTab: "يُفتح في علامة تبويب جديدة",
    tooLong: "هذا أطول من رسالة واحدة. يُرجى اختصاره.",
    attach: "إرفاق ملف، حتى 25 ميغابايت",
    sending: "جارٍ إرسال الملف",
    sources: "المصادر",
    loading: "لحظة…",
    passageGone: "لم يعد هذا المقطع موجودًا.",
  },
}

/** The words of a language, English where we have none. */
export function textsFor(language: string): Texts {
  return Object.hasOwn(texts, language) ? (texts[language] ?? en) : en
}
