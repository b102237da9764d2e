import { intlLocale } from './numbers';

/** A moment in the reader's words and time zone: the hour for today, else the day. */
export function momentText(time: number, now = Date.now()): string {
  const date = new Date(time);
  const isToday = new Date(now).toDateString() === date.toDateString();
  return formatOf(intlLocale(), isToday).format(date);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Kept: making one for each of fifty rows takes a slow phone longer than all else of the list. */
function formatOf(locale: string, isToday: boolean): Intl.DateTimeFormat {
  const key = `${locale} ${isToday}`;
  const format =
    formats.get(key) ??
    new Intl.DateTimeFormat(
      locale,
      isToday
        ? { hour: '2-digit', minute: '2-digit' }
        : { day: 'numeric', month: 'short', year: 'numeric' }
    );
  formats.set(key, format);
  return format;
}
