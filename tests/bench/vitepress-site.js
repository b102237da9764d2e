import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { ROOT } from '../../scripts/install.js';
import { peersFolder } from './peers.js';

/**
 * The reference written as a VitePress site: every topic, the sources and the studies in both languages, with
 * VitePress's local search and the PWA plug-in keeping every file. The default theme, without a sidebar. The peer is
 * spared our drawings, the notes on reviews and changes, and the list of sources below each topic.
 */
const CONTENT = join(ROOT, 'src', 'lib', 'content');

const CONFIG = `import { withPwa } from '@vite-pwa/vitepress';
import { defineConfig } from 'vitepress';

export default withPwa(defineConfig({
  title: 'Calcinote',
  locales: { root: { label: 'Français', lang: 'fr' }, en: { label: 'English', lang: 'en', link: '/en/' } },
  themeConfig: { search: { provider: 'local' } },
  pwa: {
    registerType: 'autoUpdate',
    manifest: { name: 'Calcinote', short_name: 'Calcinote' },
    workbox: { globPatterns: ['**/*.{html,js,css,json,woff2}'], maximumFileSizeToCacheInBytes: 20e6 }
  }
}));
`;

/** @typedef {'fr' | 'en'} Language */

/** Writes and builds the site, with a compressed copy beside each file. Returns the folder of the built site. */
export function buildVitePress() {
  const site = join(peersFolder(), 'site');
  rmSync(site, { recursive: true, force: true });
  mkdirSync(join(site, '.vitepress'), { recursive: true });
  writeFileSync(join(site, '.vitepress', 'config.mjs'), CONFIG);
  writeFileSync(join(site, 'package.json'), '{ "type": "module" }\n');
  writePages(site, 'fr');
  writePages(join(site, 'en'), 'en');
  const program = join(peersFolder(), 'node_modules', 'vitepress', 'bin', 'vitepress.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'build'], {
    cwd: site,
    encoding: 'utf8',
    maxBuffer: 64e6
  });
  if (status !== 0) throw new Error(`VitePress did not build:\n${stdout}${stderr}`);
  const built = join(site, '.vitepress', 'dist');
  compress(built);
  return built;
}

/**
 * @param {string} folder
 * @param {Language} language
 */
function writePages(folder, language) {
  mkdirSync(folder, { recursive: true });
  const write = (/** @type {string} */ name, /** @type {string} */ text) =>
    writeFileSync(join(folder, `${name}.md`), text);
  const topics = readdirSync(join(CONTENT, 'topics'));
  const labels = json('citation-labels.json');
  const studies = readdirSync(join(CONTENT, 'evidence')).flatMap((file) =>
    json(join('evidence', file))
  );
  const links = topics.map((topic) => {
    const text = readFileSync(join(CONTENT, 'topics', topic, `${language}.md`), 'utf8');
    write(topic, topicPage(text, studies, labels, language));
    return `- [${/^# (.*)$/m.exec(text)?.[1] ?? topic}](./${topic}.md)`;
  });
  write('index', `# Calcinote\n\n${links.join('\n')}\n- [Sources](./sources.md)\n`);
  write('sources', `# Sources\n\n${json('bibliography.json').map(sourceLine).join('\n')}\n`);
  write('studies', `# Evidence\n\n${studyTable(studies, language)}\n`);
  write('abbreviations', `# Abbreviations\n\n${abbreviations(language)}\n`);
}

/**
 * A topic, its citations as links to the page of sources and its studies as a table.
 *
 * @param {string} text
 * @param {any[]} studies
 * @param {Record<string, string>} labels
 * @param {Language} language
 */
function topicPage(text, studies, labels, language) {
  return text
    .replace(/^# (.*)$/m, '# $1 {#page-title}')
    .replace(
      /\[(@[\w-]+(?:\s*;\s*@[\w-]+)*)\](?:\s*\{[A-Z0-9 -]+\})?/g,
      (_, /** @type {string} */ ids) =>
        ids
          .split(';')
          .map((id) => id.trim().slice(1))
          .map((id) => `[${labels[id]}](./sources.md#${id})`)
          .join(', ')
    )
    .replace(/\]\(topic:([\w-]+)(#[\w-]+)?\)/g, '](./$1.md$2)')
    .replace(/\[([^\]]*)\]\(classify:[^)]*\)/g, '$1')
    .replace(/^::drawing\{.*\}$/gm, '')
    .replace(/^::studies\{intervention="([\w-]+)"\}$/gm, (_, of) =>
      studyTable(
        studies.filter(({ intervention }) => intervention === of),
        language
      )
    );
}

/**
 * @param {any[]} studies
 * @param {Language} language
 */
function studyTable(studies, language) {
  const head = 'Intervention|Population|Design|n|Dose|Duration|Outcome|Result|Adverse|Comment|Year';
  const rows = studies.map((study) =>
    [
      study.intervention,
      study.population[language],
      study.design,
      study.n,
      study.dose?.[language],
      study.duration?.[language],
      study.outcome[language],
      resultOf(study, language),
      study.adverse?.[language],
      study.comment?.[language],
      study.year
    ]
      .map((cell) => String(cell ?? '').replaceAll('|', '\\|'))
      .join(' | ')
  );
  const rule = head.replace(/[^|]+/g, '---');
  return [head, rule, ...rows].map((row) => `| ${row} |`).join('\n');
}

/**
 * @param {any} study
 * @param {Language} language
 */
function resultOf({ responders, share, beforeAfter }, language) {
  return [
    responders && `${responders.k}/${responders.n}`,
    share && `${share.percent} % ${share.of[language]}`,
    ...(beforeAfter ?? []).map(
      (/** @type {any} */ one) =>
        `${one.measure[language]} ${one.before} → ${one.after ?? one.change} ${one.unit} ${one.at[language]}`
    )
  ]
    .filter(Boolean)
    .join('; ');
}

/** @param {any} source */
function sourceLine(source) {
  const names = (source.author ?? []).map((/** @type {any} */ one) =>
    one.literal === undefined ? `${one.family} ${one.given ?? ''}`.trim() : one.literal
  );
  const address = source.DOI ? `https://doi.org/${source.DOI}` : source.URL;
  const parts = [
    names.join(', '),
    source.title ?? source.note,
    source['container-title'] ?? source.publisher,
    source.issued?.['date-parts'][0][0],
    [source.volume, source.page].filter(Boolean).join(':'),
    source.PMID,
    source.PMCID,
    address && `<${address}>`
  ];
  return `- <a id="${source.id}"></a>${parts.filter(Boolean).join('. ')}`;
}

/** @param {Language} language */
function abbreviations(language) {
  return json('abbreviations.json')
    .map((/** @type {any} */ one) => `- **${one[language].short}**: ${one[language].long}`)
    .join('\n');
}

/**
 * @param {string} file
 * @returns {any}
 */
function json(file) {
  return JSON.parse(readFileSync(join(CONTENT, file), 'utf8'));
}

/** As our own build does it, so that both are served alike. @param {string} folder */
function compress(folder) {
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    if (/\.(html|js|css|json|svg|webmanifest)$/.test(file))
      writeFileSync(
        join(folder, `${file}.br`),
        brotliCompressSync(readFileSync(join(folder, file)))
      );
}
