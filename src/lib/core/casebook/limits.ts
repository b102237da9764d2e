/** How long a text of a row may be, how long one on a single line, and how many entries a list has. */
export const LONGEST_TEXT = 200_000;
export const LONGEST_LINE = 500;
export const MOST_ENTRIES = 500;
