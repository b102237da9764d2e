/**
 * Section 2. "Refused, with **all** errors returned, each { path, reason, received, accepted }: path in dots with array indexes".
 * "Nothing is guessed or clamped."
 */

import { compare, exact } from './exact';
import { ageInDays, days } from './figures';
import type { FindingError } from './types';
import {
  AGE_UNITS,
  ANSWERS,
  CONDITIONS,
  DAMAGE,
  EXPOSURES,
  EXPOSURES_AT_SITE,
  FLAGS,
  LABS,
  PATTERNS,
  SETS,
  SEXES,
  SIGNS,
  UNITS
} from './vocabulary';

type Plain = Record<string, unknown>;

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A key is there when the object itself has it. A JavaScript `undefined` cannot come from JSON and counts as absent. */
function has(object: Plain, key: string): boolean {
  return Object.prototype.hasOwnProperty.call(object, key) && object[key] !== undefined;
}

export function checkFindings(input: unknown): FindingError[] {
  const errors: FindingError[] = [];

  function refuse(path: string, reason: string, received: unknown, accepted: unknown): void {
    if (errors.some((e) => e.path === path && e.reason === reason)) return;
    errors.push({ path, reason, received, accepted });
  }
  function join(path: string, key: string | number): string {
    return path === '' ? String(key) : path + '.' + String(key);
  }

  /** "A wrong JSON type is `wrong-type`"; a key that the contract does not name is `unknown-key` (also `__proto__`). */
  function checkObject(value: unknown, path: string, keys: string[]): value is Plain {
    if (!isPlain(value)) {
      refuse(path, 'wrong-type', value, ['object']);
      return false;
    }
    for (const key of Object.keys(value)) {
      if (!keys.includes(key)) refuse(join(path, key), 'unknown-key', value[key], keys);
    }
    return true;
  }
  function checkArray(value: unknown, path: string): value is unknown[] {
    if (Array.isArray(value)) return true;
    refuse(path, 'wrong-type', value, ['array']);
    return false;
  }
  /** "a string outside a closed list is `unknown-id` at `id`, `set`, `analyte`, `damage`, `patterns`, else `value-not-accepted`" */
  function checkString(
    value: unknown,
    path: string,
    accepted: string[],
    reason: string
  ): value is string {
    if (typeof value !== 'string') {
      refuse(path, 'wrong-type', value, accepted);
      return false;
    }
    if (!accepted.includes(value)) {
      refuse(path, reason, value, accepted);
      return false;
    }
    return true;
  }
  /** "(`not-a-number` at `value`, `low`, `high`)"; `not-finite`; `negative`; "zero for a concentration (eGFR aside)" is refused. */
  function checkNumber(value: unknown, path: string, zeroAllowed: boolean): value is number {
    if (typeof value !== 'number') {
      refuse(path, 'not-a-number', value, ['number']);
      return false;
    }
    if (!Number.isFinite(value)) {
      refuse(path, 'not-finite', value, ['finite number']);
      return false;
    }
    if (value < 0) {
      refuse(path, 'negative', value, ['number not below 0']);
      return false;
    }
    if (value === 0 && !zeroAllowed) {
      refuse(path, 'out-of-range', value, ['number above 0']);
      return false;
    }
    return true;
  }
  function checkUnit(owner: Plain, path: string, accepted: string[]): boolean {
    if (!has(owner, 'unit')) {
      refuse(join(path, 'unit'), 'unit-missing', undefined, accepted);
      return false;
    }
    return checkString(owner['unit'], join(path, 'unit'), accepted, 'unit-not-accepted');
  }
  /** "age `a`, `mo`, `wk`, `d`, at most 130 a". Returns true when the age can be used. `{}` is absent. */
  function checkAge(value: unknown, path: string): boolean {
    if (!checkObject(value, path, ['value', 'unit'])) return false;
    if (!has(value, 'value')) {
      if (has(value, 'unit')) refuse(join(path, 'unit'), 'unknown-key', value['unit'], ['value']);
      return false;
    }
    const numberOk = checkNumber(value['value'], join(path, 'value'), true);
    const unitOk = checkUnit(value, path, AGE_UNITS);
    if (!numberOk || !unitOk) return false;
    if (compare(ageInDays(value)!, days('130', 'a')) > 0) {
      refuse(join(path, 'value'), 'out-of-range', value['value'], ['at most 130 a']);
      return false;
    }
    return true;
  }
  /** "low equal to high, and a limit of 0, are accepted; low above high is `interval-reversed` at the interval" */
  function checkLimits(owner: Plain, path: string): void {
    const lowOk = has(owner, 'low') && checkNumber(owner['low'], join(path, 'low'), true);
    const highOk = has(owner, 'high') && checkNumber(owner['high'], join(path, 'high'), true);
    if (!has(owner, 'low') && !has(owner, 'high'))
      refuse(path, 'value-not-accepted', owner, ['low', 'high']);
    if (
      lowOk &&
      highOk &&
      compare(exact(owner['low'] as number), exact(owner['high'] as number)) > 0
    )
      refuse(path, 'interval-reversed', owner, ['low not above high']);
  }
  /** "`sampledOn` (ISO date)" */
  function checkDate(value: unknown, path: string): void {
    if (typeof value !== 'string') {
      refuse(path, 'wrong-type', value, ['YYYY-MM-DD']);
      return;
    }
    const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
    const year = Number(match?.[1]);
    const month = Number(match?.[2]);
    const day = Number(match?.[3]);
    const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    const length = lengths[month - 1];
    if (match === null || length === undefined || day < 1 || day > length)
      refuse(path, 'date-not-valid', value, ['YYYY-MM-DD']);
  }

  // The root.
  if (
    !checkObject(input, '', [
      'subject',
      'intervals',
      'labs',
      'exposures',
      'otherExposures',
      'conditions',
      'otherConditions',
      'lesion',
      'signs'
    ])
  )
    return errors;

  // subject
  if (has(input, 'subject') && checkObject(input['subject'], 'subject', ['age', 'sex'])) {
    const subject = input['subject'];
    if (has(subject, 'age')) checkAge(subject['age'], 'subject.age');
    if (has(subject, 'sex'))
      checkString(subject['sex'], 'subject.sex', SEXES, 'value-not-accepted');
  }

  // intervals: "{ "set": ID }" or "{ "custom": [ ... ] }", and "`set`, which may stand beside `custom`"
  if (has(input, 'intervals') && checkObject(input['intervals'], 'intervals', ['set', 'custom'])) {
    const intervals = input['intervals'];
    if (has(intervals, 'set')) checkString(intervals['set'], 'intervals.set', SETS, 'unknown-id');
    if (has(intervals, 'custom') && checkArray(intervals['custom'], 'intervals.custom')) {
      const earlier: {
        analyte: string;
        from: ReturnType<typeof exact>;
        to: ReturnType<typeof exact> | null;
      }[] = [];
      intervals['custom'].forEach((row: unknown, index: number) => {
        const path = 'intervals.custom.' + index;
        if (!checkObject(row, path, ['analyte', 'unit', 'low', 'high', 'fromAge', 'toAge'])) return;
        // "`analyte` is a key of `labs`"
        let analyteOk = false;
        if (!has(row, 'analyte')) refuse(path + '.analyte', 'unknown-id', undefined, LABS);
        else analyteOk = checkString(row['analyte'], path + '.analyte', LABS, 'unknown-id');
        const analyte = String(row['analyte']);
        // The unit can only be compared with the units of a known analyte; that there is one, and that it is a string, always.
        if (analyteOk) checkUnit(row, path, UNITS[analyte] ?? []);
        else if (!has(row, 'unit')) refuse(path + '.unit', 'unit-missing', undefined, []);
        else if (typeof row['unit'] !== 'string')
          refuse(path + '.unit', 'wrong-type', row['unit'], ['string']);
        // "at least one of `low`, `high`"
        checkLimits(row, path);
        // "`fromAge` (inclusive) and `toAge` (exclusive) are `{ value, unit }`"
        const fromGiven =
          has(row, 'fromAge') &&
          Object.keys(isPlain(row['fromAge']) ? row['fromAge'] : { x: 1 }).length > 0;
        const toGiven =
          has(row, 'toAge') &&
          Object.keys(isPlain(row['toAge']) ? row['toAge'] : { x: 1 }).length > 0;
        const fromOk =
          !has(row, 'fromAge') || checkAge(row['fromAge'], path + '.fromAge') || !fromGiven;
        const toOk = !has(row, 'toAge') || checkAge(row['toAge'], path + '.toAge') || !toGiven;
        if (!fromOk || !toOk) return;
        const from = fromGiven ? ageInDays(row['fromAge'] as Plain)! : exact('0');
        const to = toGiven ? ageInDays(row['toAge'] as Plain)! : null;
        // "`toAge` not above `fromAge` is `interval-reversed` at the row"
        if (to !== null && compare(to, from) <= 0) {
          refuse(path, 'interval-reversed', row, ['toAge above fromAge']);
          return;
        }
        // "rows of one analyte must not overlap (`duplicate-id` at the later row, `intervals.custom.1`)"
        if (!analyteOk) return;
        const overlaps = earlier.some(
          (other) =>
            other.analyte === analyte &&
            (other.to === null || compare(from, other.to) < 0) &&
            (to === null || compare(other.from, to) < 0)
        );
        if (overlaps)
          refuse(path, 'duplicate-id', row, ['ages that no earlier row of the analyte covers']);
        earlier.push({ analyte, from, to });
      });
    }
  }

  // labs
  if (has(input, 'labs') && checkObject(input['labs'], 'labs', LABS)) {
    const labs = input['labs'];
    for (const key of LABS) {
      if (!has(labs, key)) continue;
      const path = 'labs.' + key;
      const entry = labs[key];
      if (
        !checkObject(entry, path, [
          'value',
          'unit',
          'reported',
          'interval',
          'sampledOn',
          'confirmed',
          'when'
        ])
      )
        continue;
      if (has(entry, 'value')) {
        checkNumber(entry['value'], path + '.value', key === 'egfr');
        checkUnit(entry, path, UNITS[key] ?? []);
        if (
          has(entry, 'interval') &&
          checkObject(entry['interval'], path + '.interval', ['low', 'high'])
        )
          checkLimits(entry['interval'], path + '.interval');
      } else {
        // "`interval` or `unit` without `value` ... are `unknown-key` there"
        if (has(entry, 'unit')) refuse(path + '.unit', 'unknown-key', entry['unit'], ['value']);
        if (has(entry, 'interval'))
          refuse(path + '.interval', 'unknown-key', entry['interval'], ['value']);
      }
      if (has(entry, 'reported'))
        checkString(entry['reported'], path + '.reported', FLAGS, 'value-not-accepted');
      if (has(entry, 'sampledOn')) checkDate(entry['sampledOn'], path + '.sampledOn');
      if (has(entry, 'confirmed') && typeof entry['confirmed'] !== 'boolean')
        refuse(path + '.confirmed', 'wrong-type', entry['confirmed'], [true]);
      if (has(entry, 'when'))
        checkString(entry['when'], path + '.when', ['before-treatment'], 'value-not-accepted');
    }
  }

  // exposures, conditions, signs
  function checkList(name: string, ids: string[], keys: string[]): void {
    if (!has(input as Plain, name)) return;
    const list = (input as Plain)[name];
    if (!checkArray(list, name)) return;
    const seen: string[] = [];
    list.forEach((entry: unknown, index: number) => {
      const path = name + '.' + index;
      if (!checkObject(entry, path, keys)) return;
      const id = entry['id'];
      // "`id` absent is `unknown-id`"
      if (!has(entry, 'id')) refuse(path + '.id', 'unknown-id', undefined, ids);
      else if (checkString(id, path + '.id', ids, 'unknown-id')) {
        if (seen.includes(id)) refuse(path + '.id', 'duplicate-id', id, ['each id once']);
        seen.push(id);
      }
      if (has(entry, 'status'))
        checkString(entry['status'], path + '.status', ANSWERS, 'value-not-accepted');
      for (const key of ['atLesionSite', 'extravasation']) {
        if (!keys.includes(key) || !has(entry, key)) continue;
        // "`atLesionSite` or `extravasation` on other than the five exposures at the site, are `unknown-key` there"
        if (typeof id === 'string' && EXPOSURES_AT_SITE.includes(id))
          checkString(entry[key], path + '.' + key, ANSWERS, 'value-not-accepted');
        else refuse(path + '.' + key, 'unknown-key', entry[key], ['id', 'status']);
      }
    });
  }
  checkList('exposures', EXPOSURES, ['id', 'status', 'atLesionSite', 'extravasation']);
  checkList('conditions', CONDITIONS, ['id', 'status']);
  checkList('signs', SIGNS, ['id', 'status']);
  for (const key of ['otherExposures', 'otherConditions']) {
    if (has(input, key)) checkString(input[key], key, ['none', 'unknown'], 'value-not-accepted');
  }

  // lesion
  if (
    has(input, 'lesion') &&
    checkObject(input['lesion'], 'lesion', [
      'damageBefore',
      'damage',
      'patterns',
      'depositConfirmed'
    ])
  ) {
    const lesion = input['lesion'];
    for (const key of ['damageBefore', 'depositConfirmed']) {
      if (has(lesion, key))
        checkString(lesion[key], 'lesion.' + key, ANSWERS, 'value-not-accepted');
    }
    for (const [key, ids] of [
      ['damage', DAMAGE],
      ['patterns', PATTERNS]
    ] as [string, string[]][]) {
      if (!has(lesion, key)) continue;
      const list = lesion[key];
      if (!checkArray(list, 'lesion.' + key)) continue;
      const seen: string[] = [];
      list.forEach((id: unknown, index: number) => {
        const path = 'lesion.' + key + '.' + index;
        if (!checkString(id, path, ids, 'unknown-id')) return;
        if (seen.includes(id)) refuse(path, 'duplicate-id', id, ['each id once']);
        seen.push(id);
      });
    }
    // Section 6: "`damageBefore: "no"` with a damage listed is refused (`value-not-accepted` at `lesion.damageBefore`)."
    const damage = lesion['damage'];
    if (lesion['damageBefore'] === 'no' && Array.isArray(damage) && damage.length > 0) {
      refuse('lesion.damageBefore', 'value-not-accepted', 'no', ['yes', 'unknown']);
    }
  }

  return errors;
}
