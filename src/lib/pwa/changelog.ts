export type Changes = { clinical: string[]; other: string[] };
export type Release = { version: string; date: string } & Changes;

/** Headings under which a release lists what bears on a clinical decision. */
const CLINICAL = /^(Clinical|Clinique)$/;

/**
 * Reads a change log: `## 1.2.0 – 2026-11-24` opens a release, `### Clinical` (or `### Clinique`) its clinical part,
 * any other `###` the rest, `- ` one change, indented lines go on with it.
 */
export function readChangelog(markdown: string): Release[] {
  const releases: Release[] = [];
  let list: string[] | undefined;
  for (const line of markdown.split(/\r?\n/)) {
    const release = /^## (\S+) \S (\d{4}-\d{2}-\d{2})$/.exec(line);
    if (release) {
      releases.push({
        version: release[1] as string,
        date: release[2] as string,
        clinical: [],
        other: []
      });
      list = releases.at(-1)?.other;
    } else if (line.startsWith('### ')) {
      list = releases.at(-1)?.[CLINICAL.test(line.slice(4).trim()) ? 'clinical' : 'other'];
    } else if (line.startsWith('- ')) {
      list?.push(line.slice(2).trim());
    } else if (/^\s+\S/.test(line) && list?.length) {
      list.push(`${list.pop()} ${line.trim()}`);
    }
  }
  return releases;
}

/** What came after `running`, newest first, as one list; all of it when `running` is unknown. */
export function changesSince(releases: Release[], running: string): Changes {
  const end = releases.findIndex(({ version }) => version === running);
  const newer = end === -1 ? releases : releases.slice(0, end);
  return {
    clinical: newer.flatMap(({ clinical }) => clinical),
    other: newer.flatMap(({ other }) => other)
  };
}
