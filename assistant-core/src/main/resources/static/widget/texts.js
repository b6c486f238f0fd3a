// Every word the widget says by itself, English and Spanish side by side; fill() fills the {places}.
const all = {
  title: ['Health assistant', 'Asistente de salud'],
  launch: ['Ask a health question', 'Haga una pregunta de salud'],
  close: ['Close chat', 'Cerrar el chat'],
  newChat: ['New chat', 'Chat nuevo'],
  newChatAsk: ['Start a new chat? This one is kept.', '¿Empezar un chat nuevo? Este se guarda.'],
  cancel: ['Cancel', 'Cancelar'],
  earlier: ['Earlier chats', 'Chats anteriores'],
  log: ['Your chat', 'Su chat'],
  label: ['Write your message', 'Escriba su mensaje'],
  send: ['Send', 'Enviar'],
  count: ['{n} of 4000 characters', '{n} de 4000 caracteres'],
  human: ['Talk to a person', 'Hablar con una persona'],
  humanAsk: ['We put a note in your care team’s inbox. They answer here, but not right away.', 'Ponemos una nota en el buzón de su equipo médico. Contestan aquí, pero no al momento.'],
  reason: ['What is it about? (may stay blank)', '¿De qué se trata? (puede quedar en blanco)'],
  you: ['You', 'Usted'],
  assistant: ['Assistant', 'Asistente'],
  provider: ['Care team', 'Equipo médico'],
  disclosure: [
    'This is a computer program, not a person. In an emergency, do not wait for an answer here.',
    'Esto es un programa, no una persona. En una emergencia, no espere una respuesta aquí.',
  ],
  openFailed: ['Your chat could not be opened. Trying again …', 'No se pudo abrir su chat. Intentando otra vez …'],
  looking: ['Looking in vetted articles and your record …', 'Buscando en artículos revisados y en su expediente …'],
  safe: ['Still working — your message is safe.', 'Todavía trabajando: su mensaje está a salvo.'],
  sending: ['Sending …', 'Enviando …'],
  sent: ['Sent', 'Enviado'],
  sentToPerson: ['Sent. A person answers here.', 'Enviado. Aquí contesta una persona.'],
  retry: ['Not sent yet. Trying again …', 'Aún no se envió. Intentando otra vez …'],
  held: ['Not sent yet. Waiting for your OK.', 'Aún no se envió. Esperando su permiso.'],
  tooFast: ['Too fast. This goes out in {n} seconds.', 'Demasiado rápido. Este sale en {n} segundos.'],
  tooLong: ['Not sent: more than 4,000 characters.', 'No se envió: más de 4,000 caracteres.'],
  failed: ['That did not work.', 'No funcionó.'],
  again: ['Send again', 'Enviar otra vez'],
  consentAsk: ['Is it OK to chat with you here?', '¿Nos permite chatear con usted aquí?'],
  consent: [
    'We keep this chat with your health record. Your care team can read it. You can take back your OK at any time.',
    'Guardamos este chat con su expediente médico. Su equipo médico puede leerlo. Puede retirar su permiso cuando quiera.',
  ],
  agree: ['I agree', 'Acepto'],
  offline: [
    'You are offline. Keep this page open: your messages go out later. In an emergency, call for help now.',
    'No tiene conexión. Deje esta página abierta: sus mensajes salen después. En una emergencia, llame ya.',
  ],
  signedOut: ['Please sign in again. What you wrote is kept.', 'Entre otra vez, por favor. Lo que escribió se guarda.'],
  waiting: ['Your message is in your care team’s inbox.', 'Su mensaje está en el buzón de su equipo médico.'],
  person: ['You are now talking with a person. The assistant is silent.', 'Ahora habla con una persona. El asistente guarda silencio.'],
  EMERGENCY: ['Immediate action required: ', 'Actúe de inmediato: '],
  emergency: ['Get help now', 'Pida ayuda ahora'],
  SAME_DAY: ['Urgent advice: ', 'Consejo urgente: '],
  urgent: ['Get help today', 'Pida ayuda hoy'],
  sources: ['Sources', 'Fuentes'],
  record: ['From your record', 'De su expediente'],
  reviewed: ['Reviewed by a clinician on {date}', 'Revisado por un profesional de la salud el {date}'],
  starter: ['Not yet reviewed by a clinician', 'Aún sin revisar por un profesional de la salud'],
  article: ['Open the article', 'Abrir el artículo'],
  shut: ['Close', 'Cerrar'],
  newTab: [' (new tab)', ' (pestaña nueva)'],
  helpful: ['Was this helpful?', '¿Le ayudó esto?'],
  yes: ['Yes', 'Sí'],
  no: ['No', 'No'],
  why: ['What went wrong?', '¿Qué salió mal?'],
  unsafe: ['This was wrong or unsafe', 'Esto era incorrecto o peligroso'],
  comment: ['Tell us more (may stay blank)', 'Cuéntenos más (puede quedar en blanco)'],
  thanks: ['Thank you.', 'Gracias.'],
  suggest: ['You could ask:', 'Puede preguntar:'],
};

export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

/** All texts in the first wished language that we speak, else English. */
export function texts(...wishes) {
  const language = wishes.map((wish) => wish.slice(0, 2).toLowerCase()).find((wish) => /^(en|es)$/.test(wish)) ?? 'en';
  const column = language === 'es' ? 1 : 0;
  return { language, ...Object.fromEntries(Object.entries(all).map(([name, both]) => [name, both[column]])) };
}
