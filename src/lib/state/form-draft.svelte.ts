import { untrack } from 'svelte';
import type { AnyRow, RowKind, RowOf } from '$lib/core/casebook/row-schema';
import type { Outcome } from '$lib/core/casebook/outcome';
import type { Change } from '$lib/storage/rows';
import { casebook } from './casebook';
import { FieldSaver } from './field-saver.svelte';
import { saveOnLeaving } from './save-on-leaving';
import { formDraft } from '$lib/storage/form-drafts';
import type { Left } from './unsaved.svelte';

/** What a form holds: what is typed and chosen, as text. */
type Fields<Form> = { [Name in keyof Form]: string };

/**
 * A form that is sent by a button, and keeps what is typed until then: a lock, a reload or a sudden end loses none of it. To be
 * made while a component starts.
 */
export class FormDraft<Form extends Fields<Form>> {
  fields = $state() as Form;
  readonly #form: string;
  readonly #empty: () => Form;
  readonly #saver: FieldSaver;
  #isResumed = $state(false);

  /**
   * @param form of which kind, and of which row: `visit:<id of the lesion>`
   * @param empty what an untouched form holds
   */
  constructor(form: string, empty: () => Form) {
    this.#form = form;
    this.#empty = empty;
    this.fields = empty();
    this.#saver = new FieldSaver(JSON.stringify(this.fields), (text) =>
      casebook.writeForm(form, this.isTouched ? JSON.parse(text) : undefined)
    );
    $effect(() => {
      const text = JSON.stringify(this.fields);
      untrack(() => {
        if (text !== this.#saver.text) this.#saver.type(text);
      });
    });
    $effect(() => {
      void this.#resume();
      return saveOnLeaving(this);
    });
  }

  /** Whether something was typed or chosen. */
  get isTouched(): boolean {
    const empty = this.#empty();
    return (Object.keys(empty) as (keyof Form)[]).some((name) => this.fields[name] !== empty[name]);
  }

  /** Whether it holds what was typed before the page was last left. */
  get isResumed(): boolean {
    return this.#isResumed && this.isTouched;
  }

  /** Of keeping what is typed. */
  get outcome(): Outcome | undefined {
    return this.#saver.outcome;
  }

  get left(): Left | undefined {
    return this.#saver.isPending
      ? formDraft(this.#form, { ...this.fields }, Date.now())
      : undefined;
  }

  save(): Promise<void> {
    return this.#saver.save();
  }

  /** Keeps the row that it was filled in for; only then the form is empty again. */
  async send<Kind extends RowKind>(
    row: AnyRow | { kind: Kind; id: string; change: Change<RowOf<Kind>> }
  ): Promise<Outcome> {
    const outcome = await casebook.send(this.#form, row as RowOf<Kind>);
    if (outcome.saved) this.clear();
    return outcome;
  }

  clear(): void {
    this.fields = this.#empty();
    this.#isResumed = false;
  }

  async #resume(): Promise<void> {
    const left = (await casebook.readForm(this.#form)) as Partial<Form> | undefined;
    if (!left) return;
    const empty = this.#empty();
    // What was typed since the page started stays.
    for (const name of Object.keys(empty) as (keyof Form)[])
      if (this.fields[name] === empty[name]) this.fields[name] = left[name] ?? empty[name];
    this.#isResumed = true;
  }
}
