/**
 * Reads the `_headers` format that Netlify and Cloudflare Pages share: a path pattern at the start of a line,
 * the headers it gives indented below it, `#` for comments.
 *
 * @typedef {{ pattern: string, matches: (pathname: string) => boolean, headers: [name: string, value: string][] }} HeaderRule
 */

/**
 * @param {string} text
 * @returns {HeaderRule[]}
 */
export function parseHeaders(text) {
  /** @type {HeaderRule[]} */
  const rules = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const content = line.trim();
    if (content === '' || content.startsWith('#')) continue;
    if (!/^\s/.test(line)) {
      rules.push({ pattern: content, matches: matcher(content), headers: [] });
      continue;
    }
    const header = /^([A-Za-z0-9-]+):\s*(.+)$/.exec(content);
    const rule = rules.at(-1);
    if (!header || !rule) throw new Error(`_headers, line ${index + 1}: not a header: ${content}`);
    rule.headers.push([/** @type {string} */ (header[1]), /** @type {string} */ (header[2])]);
  }
  return rules;
}

/**
 * All rules that match apply; a header given by two of them is joined with a comma, as both hosts do.
 *
 * @param {HeaderRule[]} rules
 * @param {string} pathname
 * @returns {Map<string, string>} names as written
 */
export function headersFor(rules, pathname) {
  /** @type {Map<string, string>} */
  const headers = new Map();
  for (const rule of rules) {
    if (!rule.matches(pathname)) continue;
    for (const [name, value] of rule.headers) {
      const before = headers.get(name);
      headers.set(name, before === undefined ? value : `${before}, ${value}`);
    }
  }
  return headers;
}

/** @param {string} pattern */
function matcher(pattern) {
  const source = pattern
    .split('/')
    .map((part) =>
      part.startsWith(':')
        ? '[^/]+'
        : part
            .split('*')
            .map((text) => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
            .join('.*')
    )
    .join('/');
  const expression = new RegExp(`^${source}$`);
  return (/** @type {string} */ pathname) => expression.test(pathname);
}
