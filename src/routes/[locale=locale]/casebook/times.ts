import { intlLocale } from '$lib/i18n/numbers';

/** A moment in the reader's words and time zone: the hour for today, else the day. */
export function momentText(time: number, now = Date.now()): string {
  const date = new Date(time);
  const isToday = new Date(now).toDateString() === date.toDateString();
  return new Intl.DateTimeFormat(
    intlLocale(),
    isToday
      ? { hour: '2-digit', minute: '2-digit' }
      : { day: 'numeric', month: 'short', year: 'numeric' }
  ).format(date);
}
