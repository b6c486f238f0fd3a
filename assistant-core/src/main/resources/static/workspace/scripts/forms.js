// Forms that htmx sends: the token against forged requests, and buttons that wait for the answer.
import { byId, csrf } from './page.js';
import { tellLength } from './reply.js';

const buttonsOf = ({ id }) => document.querySelectorAll(`button[form="${id}"]`);

document.body.addEventListener('htmx:configRequest', ({ detail }) => {
  detail.headers[csrf().dataset.header] = csrf().content;
});
document.body.addEventListener('htmx:beforeRequest', ({ target }) => {
  for (const button of buttonsOf(target)) button.disabled = true;
});
document.body.addEventListener('htmx:afterRequest', ({ target, detail }) => {
  for (const button of buttonsOf(target)) button.disabled = false;
  if (detail.xhr.status < 400 && target.tagName === 'FORM') {
    target.reset();
    tellLength();
  }
  if (document.activeElement === document.body) byId('content').focus();
});
