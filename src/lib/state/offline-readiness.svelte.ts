import { ask, type Readiness } from '$lib/pwa/protocol';

export type OfflineState = 'checking' | 'installing' | 'ready' | 'incomplete' | 'unsupported';

/** Whether everything is on this device: each file is read back and its digest compared, no event is trusted. */
export class OfflineReadiness {
  #state = $state<OfflineState>('checking');
  #readiness = $state.raw<Readiness>({ total: 0, missing: [] });
  #repairFailed = $state(false);

  get current(): OfflineState {
    return this.#state;
  }

  get total(): number {
    return this.#readiness.total;
  }

  get present(): number {
    return this.#readiness.total - this.#readiness.missing.length;
  }

  get isRepairFailed(): boolean {
    return this.#repairFailed;
  }

  async check(): Promise<void> {
    this.#repairFailed = false;
    await this.#run('check');
  }

  /** Fetches what is missing or spoiled; without a network it says so and changes nothing. */
  async repair(): Promise<void> {
    await this.#run('repair');
    this.#repairFailed = this.#state === 'incomplete';
  }

  async #run(what: 'check' | 'repair'): Promise<void> {
    if (!('serviceWorker' in navigator)) {
      this.#state = 'unsupported';
      return;
    }
    this.#state = 'checking';
    try {
      let registration = await navigator.serviceWorker.getRegistration();
      if (!registration?.active) {
        this.#state = 'installing';
        registration = await navigator.serviceWorker.ready;
        this.#state = 'checking';
      }
      const worker = registration.active;
      if (!worker) throw new Error('a registration that is ready has an active worker');
      this.#readiness = await ask(worker, what);
      this.#state = this.#readiness.missing.length === 0 ? 'ready' : 'incomplete';
    } catch {
      this.#state = 'unsupported';
    }
  }
}
