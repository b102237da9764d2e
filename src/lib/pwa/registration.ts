import { base } from '$lib/i18n/paths';

const SCRIPT = `${base}/service-worker.js`;

/**
 * Registers the worker. Under Trusted Types the address must come from a policy; this one makes that address
 * and no other.
 */
export function registerWorker(): Promise<ServiceWorkerRegistration> {
  const policy = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy(
    'calcinote-worker-url',
    { createScriptURL: () => SCRIPT }
  );
  const url = policy ? (policy.createScriptURL('') as unknown as string) : SCRIPT;
  return navigator.serviceWorker.register(url, { scope: `${base}/`, updateViaCache: 'none' });
}

type TrustedTypes = {
  createPolicy(
    name: string,
    rules: { createScriptURL(): string }
  ): { createScriptURL(input: string): object };
};
