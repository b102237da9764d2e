import { base } from '$lib/i18n/paths';
import type { RequestHandler } from './$types';

export const prerender = true;

/** Hosts and the worker show this page at any depth, so its links cannot be relative. */
export const GET: RequestHandler = () =>
  new Response(
    `<!doctype html>
<html lang="fr">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'" />
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
    <meta name="robots" content="noindex" />
    <title>Page introuvable – Page not found – Calcinote</title>
    <link rel="icon" href="${base}/icon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="${base}/plain.css" />
  </head>
  <body>
    <main>
      <h1>Cette page n’existe pas</h1>
      <p><a href="${base}/fr/">Classer une calcinose cutanée</a></p>
      <div lang="en">
        <h2>This page does not exist</h2>
        <p><a href="${base}/en/">Classify calcinosis cutis</a></p>
      </div>
    </main>
  </body>
</html>
`,
    { headers: { 'content-type': 'text/html; charset=utf-8' } }
  );
