// The demo phone: sends texts as one number and shows what that number receives.
const meta = (name) => document.querySelector(`meta[name="${name}"]`).content;
const [choose, number, other, otherRow, owner, texts, write, text, said] = [
  'choose',
  'number',
  'other',
  'other-row',
  'owner',
  'texts',
  'write',
  'text',
  'said',
].map((id) => document.getElementById(id));
let stream;
let shown = new Set();

const paragraph = (className, content) =>
  Object.assign(document.createElement('p'), { className, textContent: content });

function show(direction, content, facts) {
  const bubble = paragraph(`bubble ${direction}`, content);
  bubble.dir = 'auto';
  bubble.prepend(
    Object.assign(document.createElement('span'), {
      className: 'vh',
      textContent: direction === 'in' ? 'Assistant: ' : 'You: ',
    }),
  );
  const line = paragraph('facts', facts);
  texts.append(bubble, line);
  texts.scrollTop = texts.scrollHeight;
  return line;
}

const phoneNumber = () => number.value || other.value.trim();
const clock = (at) => new Date(at).toLocaleTimeString(undefined, { timeStyle: 'short' });

/** Takes up the phone that is chosen: an empty screen, then what it has received. */
function takeUp() {
  otherRow.hidden = !!number.value;
  stream?.close();
  shown = new Set();
  texts.replaceChildren();
  const chosen = phoneNumber();
  owner.textContent = chosen;
  if (!chosen) return;
  stream = new EventSource(`/sms/demo/outbox?number=${encodeURIComponent(chosen)}`);
  stream.addEventListener('sms', ({ data }) => {
    const sms = JSON.parse(data);
    if (shown.has(sms.id)) return; // sent again after a reconnect
    shown.add(sms.id);
    show(
      'in',
      sms.text,
      `${clock(sms.at)} · ${sms.segments} ${sms.segments === 1 ? 'segment' : 'segments'} · ${sms.encoding}`,
    );
  });
  stream.onopen = () => (said.textContent = '');
  stream.onerror = () => (said.textContent = said.dataset.connecting);
}

async function send(content) {
  const line = show('out', content, '…');
  const response = await fetch('/sms/demo/inbound', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', [meta('_csrf_header')]: meta('_csrf') },
    body: JSON.stringify({ id: crypto.randomUUID(), from: phoneNumber(), text: content }),
  }).catch(() => null);
  line.textContent = response?.ok
    ? clock(Date.now())
    : said.dataset.notSent;
}

number.addEventListener('change', takeUp);
choose.addEventListener('submit', (event) => {
  event.preventDefault();
  takeUp();
});
write.addEventListener('submit', (event) => {
  event.preventDefault();
  const content = text.value.trim();
  if (!content || !phoneNumber()) return text.focus();
  text.value = '';
  send(content);
});
text.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  write.requestSubmit();
});
takeUp();
