import { join } from 'node:path';
import { ensureBuild } from './build.js';
import { ROOT, Stop, ensureDependencies, orStop, requireNode } from './install.js';

/** `npm start`: installs and builds what is missing, then serves `build/` as a host would. */
await orStop(async () => {
  requireNode();
  const port = Number(process.env.PORT ?? 4173);
  const base = process.env.BASE_PATH ?? '';
  ensureDependencies();
  ensureBuild();
  const { startServer } = await import('./server.js');
  const server = await startServer({ dir: join(ROOT, 'build'), port, base }).catch((error) => {
    if (error.code === 'EADDRINUSE') {
      throw new Stop(`Port ${port} is in use; choose another, for example: PORT=4300 npm start`);
    }
    throw error;
  });
  console.log(`
Calcinote: ${server.url}   (Ctrl+C ends)

On a phone it must come over HTTPS, or the phone will not keep it for offline use:
  put the folder build/ on any HTTPS host (docs/hosting), or, on an Android phone joined by USB
  with debugging allowed, run "adb reverse tcp:${server.port} tcp:${server.port}" and open ${server.url} there.`);
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => void server.close().then(() => process.exit(0)));
  }
});
