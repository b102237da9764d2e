import { describe, expect, test } from 'vitest';
import { readTopic } from './markdown';

const topic = (body: string) => readTopic(`# T\n\nA. [@a]\n\n${body}`).blocks;

describe('a topic is read', () => {
  test('with its title, its answer and what the answer rests on', () => {
    const { title, answer } = readTopic('# T\n\nThe **answer**. [@a; @b-2] {R-X-01 E-Y-02}');
    expect(title).toBe('T');
    expect(answer).toEqual({
      children: [
        { kind: 'text', text: 'The ' },
        { kind: 'strong', children: [{ kind: 'text', text: 'answer' }] },
        { kind: 'text', text: '.' }
      ],
      cites: ['a', 'b-2'],
      facts: ['R-X-01', 'E-Y-02']
    });
  });

  test('with headings that have an id', () => {
    expect(topic('## First {#first}')).toEqual([
      { kind: 'heading', level: 2, id: 'first', children: [{ kind: 'text', text: 'First' }] }
    ]);
  });

  test('with lists, each item by itself', () => {
    expect(topic('- One. [@a]\n- Two. [@b]')).toMatchObject([
      { kind: 'list', ordered: false, items: [{ cites: ['a'] }, { cites: ['b'] }] }
    ]);
  });

  test('with tables, whose last column holds the sources', () => {
    expect(topic('| x | Source |\n| - | - |\n| 1 | [@a] {R-X-01} |')).toEqual([
      {
        kind: 'table',
        head: [[{ kind: 'text', text: 'x' }]],
        rows: [{ cells: [[{ kind: 'text', text: '1' }]], cites: ['a'], facts: ['R-X-01'] }]
      }
    ]);
  });

  test('with the marks for studies and drawings', () => {
    expect(topic('::studies{intervention="surgery"}\n\n::drawing{of="net"}')).toEqual([
      { kind: 'studies', intervention: 'surgery' },
      { kind: 'drawing', of: 'net' }
    ]);
  });

  test('a full stop is part of the text, a source is not', () => {
    expect(topic('See [there](topic:x). [@a]')[0]).toMatchObject({
      children: [
        { kind: 'text', text: 'See ' },
        { kind: 'link', to: 'topic:x' },
        { kind: 'text', text: '.' }
      ]
    });
  });
});

describe('is refused, with its line', () => {
  test.each([
    ['no title', 'x', 'line 1'],
    ['no answer', '# T\n\n## X {#x}', 'line 3'],
    ['a heading without an id', '# T\n\nA. [@a]\n\n## X', 'line 5'],
    ['a heading too deep', '# T\n\nA. [@a]\n\n#### X {#x}', 'line 5'],
    ['sources in the middle', '# T\n\nA [@a] and b. [@b]', 'line 3'],
    ['markup', '# T\n\nA. [@a]\n\n<b>x</b>', 'line 5'],
    ['code', '# T\n\nA `b`. [@a]', 'line 3']
  ])('%s', (_, markdown, line) => {
    expect(() => readTopic(markdown)).toThrow(line);
  });
});
