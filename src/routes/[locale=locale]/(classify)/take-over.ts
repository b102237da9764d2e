/**
 * Fields of a written page can be used before its script has come. Notes what was done to them; the answer does it again,
 * so that nothing typed or chosen early is lost.
 */
export function takeOver(part: Element): () => void {
  const early: (() => void)[] = [];
  for (const field of part.querySelectorAll('input, select, details')) {
    if (field instanceof HTMLDetailsElement) {
      if (field.open) early.push(() => field.dispatchEvent(new Event('toggle')));
    } else if (field instanceof HTMLSelectElement) {
      const { value } = field;
      if (!field.selectedOptions[0]?.defaultSelected) early.push(() => again(field, value));
    } else if (field instanceof HTMLInputElement && field.type === 'radio') {
      if (field.checked) early.push(() => field.dispatchEvent(bubbling('change')));
    } else if (field instanceof HTMLInputElement && field.value !== field.defaultValue) {
      const { value } = field;
      early.push(() => again(field, value));
    }
  }
  return () => early.forEach((act) => act());
}

function again(field: HTMLInputElement | HTMLSelectElement, value: string): void {
  field.value = value;
  field.dispatchEvent(bubbling(field instanceof HTMLSelectElement ? 'change' : 'input'));
}

const bubbling = (name: string): Event => new Event(name, { bubbles: true });
