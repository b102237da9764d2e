import { beforeEach, expect, test } from 'vitest';
import { takeOver } from './take-over';

const WRITTEN = `
  <input id="typed" type="text" value="" />
  <select id="unit"><option selected>mmol/L</option><option>mg/dL</option></select>
  <input id="yes" type="radio" name="at-site" value="yes" />
  <details id="signs"><summary>Signs</summary></details>`;

let page: HTMLElement;
let heard: string[];

beforeEach(() => {
  page = document.createElement('div');
  page.innerHTML = WRITTEN;
  document.body.replaceChildren(page);
  heard = [];
});

/** What a part hears once it listens, as after hydration. */
function listen() {
  const note = ({ type, target }: Event) => {
    const { id, value } = target as HTMLInputElement;
    heard.push(`${type} ${id}${value ? ` ${value}` : ''}`);
  };
  for (const type of ['input', 'change']) page.addEventListener(type, note);
  page.querySelector('details')?.addEventListener('toggle', note);
}

const field = <Field extends HTMLElement>(id: string) =>
  page.querySelector<Field>(`#${id}`) as Field;

test('what was typed and chosen before the script came is done again, even if it was wiped since', () => {
  field<HTMLInputElement>('typed').value = '1,62';
  field<HTMLSelectElement>('unit').value = 'mg/dL';
  field<HTMLInputElement>('yes').checked = true;
  const doAgain = takeOver(page);
  field<HTMLInputElement>('typed').value = '';
  field<HTMLSelectElement>('unit').value = 'mmol/L';
  listen();
  doAgain();
  expect(heard).toEqual(['input typed 1,62', 'change unit mg/dL', 'change yes yes']);
});

test('what was opened before the script came is opened again', async () => {
  const details = field<HTMLDetailsElement>('signs');
  details.open = true;
  await new Promise((done) => details.addEventListener('toggle', done, { once: true }));
  const doAgain = takeOver(page);
  listen();
  doAgain();
  expect(heard).toEqual(['toggle signs']);
});

test('a page that nobody has touched hears nothing', () => {
  const doAgain = takeOver(page);
  listen();
  doAgain();
  expect(heard).toEqual([]);
});
