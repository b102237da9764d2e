import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { browsers } from '../../scripts/browsers.js';
import { startServer } from '../../scripts/server.js';
import { until } from '../engines/in-page';
import { BUILD } from './app';

export interface Host {
  name: string;
  installed: boolean;
  /** Serves the build with the configuration that is shipped; answers its address with a slash at the end. */
  start(): Promise<{ url: string; stop(): Promise<void> }>;
}

const sample = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../../docs/hosting/${name}`, import.meta.url)), 'utf8');

/** The sample with this machine's folder and a port of its own, without certificates. */
const NGINX = (port: number, folder: string): string => `
daemon off;
pid ${folder}/pid;
error_log stderr;
worker_processes 1;
events {}
http {
  include /etc/nginx/mime.types;
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join('\n  ')}
${sample('nginx.conf')
  .replace('listen 443 ssl;', `listen 127.0.0.1:${port};`)
  .replace(/^\s*ssl_certificate.*\n/gm, '')
  .replace('/srv/calcinote', BUILD)}
}
`;

const CADDY = (port: number): string => `{
	admin off
	auto_https off
}
${sample('Caddyfile')
  .replace('calcinote.example.org', `http://127.0.0.1:${port}`)
  .replace('/srv/calcinote', BUILD)}`;

export const HOSTS: Host[] = [
  {
    name: 'npm start',
    installed: true,
    async start() {
      const server = await startServer({ dir: BUILD });
      return { url: server.url, stop: server.close };
    }
  },
  {
    name: 'nginx',
    installed: browsers().nginx !== undefined,
    start: () =>
      started((port, folder) => {
        writeFileSync(join(folder, 'nginx.conf'), NGINX(port, folder));
        return [browsers().nginx ?? 'nginx', '-p', folder, '-c', join(folder, 'nginx.conf')];
      })
  },
  {
    name: 'Caddy',
    installed: browsers().caddy !== undefined,
    start: () =>
      started((port, folder) => {
        writeFileSync(join(folder, 'Caddyfile'), CADDY(port));
        return [browsers().caddy ?? 'caddy', 'run', '--config', join(folder, 'Caddyfile')];
      })
  }
];

async function started(
  commandFor: (port: number, folder: string) => string[]
): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'calcinote-host-'));
  const port = await freePort();
  const [program = '', ...args] = commandFor(port, folder);
  const child = spawn(program, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder }
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const stop = async (): Promise<void> => {
    await ended(child);
    rmSync(folder, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${port}/`;
  try {
    await until(`${program} to answer`, async () => {
      if (child.exitCode !== null) return true;
      return (await fetch(url)).status > 0;
    });
    if (child.exitCode !== null) throw new Error(`${program} ended: ${said}`);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  await gone;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}
