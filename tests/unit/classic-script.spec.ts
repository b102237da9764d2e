import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { asClassicScript, asFunction, handOn } from '../../scripts/classic-script.js';

const chunk = (code: string, exports: string[] = []) => ({ code, exports, fileName: 'a.js' });
const nothing = (): number => {
  throw new Error('imports nothing');
};
const run = (script: string): { calcinote?: unknown[] } => {
  const self = {};
  runInNewContext(script, { self, document: { currentScript: { src: 'https://a.example/s.js' } } });
  return self;
};

describe('a module as a classic script', () => {
  test('hands on what it exports, under the names it exports it by', () => {
    const one = asFunction(
      chunk('let a=1;function f(){return a+1}export{a as b,f as default};', ['b', 'default']),
      nothing,
      0
    );
    const two = asFunction(
      chunk('import{b as x,default as f}from"./a.js";var y=x+f();export{y};', ['y']),
      () => 0,
      1
    );
    expect(run(asClassicScript([one, two])).calcinote?.[1]).toEqual({ y: 3 });
  });

  test('is strict and knows its address, as a module does', () => {
    const one = asFunction(
      chunk('var a=import.meta.url,b=function(){return this}();export{a,b};', ['a', 'b']),
      nothing,
      0
    );
    expect(run(asClassicScript([one])).calcinote?.[0]).toEqual({
      a: 'https://a.example/s.js',
      b: undefined
    });
  });

  test('is refused when it changes what it exports', () => {
    expect(() =>
      asFunction(chunk('let a;function set(){a=1}export{a,set};', ['a', 'set']), nothing, 0)
    ).toThrow(/changes what it exports/);
  });

  test('is not refused for a local variable of the same name', () => {
    const code = 'let a=1;function f(){let a=2;a=3;return a}export{a,f};';
    expect(asFunction(chunk(code, ['a', 'f']), nothing, 0)).toContain('kept[0]={a:a,f:f,}');
  });

  test.each([
    'import*as a from"./a.js";',
    'export*from"./a.js";',
    'export default 1;',
    'export let a=1;'
  ])('is refused where it has no such form: %s', (code) => {
    expect(() => asFunction(chunk(code, ['a']), () => 0, 0)).toThrow();
  });

  test('leaves a module in its place that hands on the same', () => {
    expect(handOn({ exports: ['b', 'default'] }, 2)).toBe(
      'const{b:_0,default:_1}=self.calcinote[2];export{_0 as b,_1 as default};'
    );
  });
});
