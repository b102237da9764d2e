import { untrack } from 'svelte';
import type { Findings } from '$lib/core/classifier/findings';
import type { LabId } from '$lib/core/classifier/vocabulary';
import { UNITS } from '$lib/core/quantities/units';
import { handOver, readEntry, takeHanded, writeEntry } from '$lib/storage/classify-entry';
import { isCarried, isOffDisk } from './off-disk';
import { emptyEntry, emptyLab, parseEntry, type EntryData, type LabEntry } from './entry-data';
import { preferences } from './preferences.svelte';
import { unsaved } from './unsaved.svelte';

/**
 * The entry of the Classify page: outlives a change of language and, in this tab, a reload. With the lock on the tab stores nothing of it:
 * one page hands it on to the next by way of the worker's memory.
 */
class Entry {
  #current = $state<EntryData>(emptyEntry());
  #before = $state.raw<EntryData>();
  #isLoaded = false;
  #isAsked = false;
  #isTakenUp = false;
  /** Set while a reload would lose what was entered, as the browser refuses to keep it. */
  #lower: (() => void) | undefined;

  get current(): EntryData {
    return this.#current;
  }

  /** Whether the last "start over" or "replace" can still be undone. */
  get canUndo(): boolean {
    return this.#before !== undefined;
  }

  get isEmpty(): boolean {
    // Mostly this settles it, for much less than comparing the whole.
    if (Object.values(this.#current.labs).some((lab) => lab.text || lab.reported)) return false;
    const [entered, empty] = [$state.snapshot(this.#current), emptyEntry()].map(
      ({ age, ...rest }) => ({ ...rest, age: age.text, calciums: 0, labs: 0 })
    );
    return JSON.stringify(entered) === JSON.stringify(empty);
  }

  /** Takes up what this tab kept; once, as later pages find the entry as it stands. */
  load(): void {
    if (this.#isLoaded) return;
    this.#isLoaded = true;
    if (isOffDisk()) void this.#takeUp();
    else this.#current = parseEntry(readEntry());
  }

  async #takeUp(): Promise<void> {
    if (this.#isAsked) return;
    this.#isAsked = true;
    const { takeUp } = await import('./carried');
    const found = parseEntry((await takeUp()).entry);
    const isOther = (entered: EntryData) => JSON.stringify(entered) !== JSON.stringify(found);
    // What was typed meanwhile stands, and the other can be had back.
    if (this.isEmpty) this.#current = found;
    else if (isOther(emptyEntry()) && isOther($state.snapshot(this.#current))) this.#before = found;
    this.#isTakenUp = true;
  }

  /** To be called within an effect: it reads, and so follows, the whole entry. */
  keep(): void {
    const isKept = this.#keep($state.snapshot(this.#current));
    const wouldBeLost = !isKept && !this.isEmpty;
    if (wouldBeLost) this.#lower ??= untrack(() => unsaved.raise());
    else {
      this.#lower?.();
      this.#lower = undefined;
    }
  }

  #keep(entered: EntryData): boolean {
    if (!isOffDisk()) return writeEntry(entered);
    void this.#takeUp();
    // An empty one is left only once it is known what was there.
    if (this.#isTakenUp || !this.isEmpty)
      void import('./carried').then(({ carry }) => carry({ entry: entered }));
    return isCarried();
  }

  /** The figure of an analyte, made on the first use in the unit that was chosen last. */
  lab(id: LabId): LabEntry {
    return this.#current.labs[id] ?? emptyLab(preferences.current.units[id] ?? UNITS[id][0]);
  }

  /** Changes a figure; a figure that was never touched is not part of the entry. */
  setLab(id: LabId, change: Partial<LabEntry>): void {
    this.#current.labs[id] = { ...this.lab(id), ...change };
  }

  replace(entry: EntryData): void {
    this.#before = $state.snapshot(this.#current);
    this.#current = entry;
  }

  /** Leaves findings for the Classify page, which is a document of its own. Whether the browser took them. */
  async handOver(findings: Findings): Promise<boolean> {
    if (!isOffDisk()) return handOver(findings);
    const { carry } = await import('./carried');
    carry({ handed: $state.snapshot(findings) });
    return isCarried();
  }

  /** What another page left, unchecked; once. */
  async takeHanded(): Promise<unknown> {
    if (!isOffDisk()) return takeHanded();
    const { carry, takeUp } = await import('./carried');
    const { handed } = await takeUp();
    carry({ handed: undefined });
    return handed;
  }

  startOver(): void {
    this.replace(emptyEntry());
  }

  undo(): void {
    if (!this.#before) return;
    this.#current = this.#before;
    this.#before = undefined;
  }

  forgetUndo(): void {
    this.#before = undefined;
  }
}

export const entry = new Entry();
