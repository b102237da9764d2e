/** The form of the fragment that carries findings; another form gets another mark. */
export const MARK = '#c1=';

export function hasFindings(fragment: string): boolean {
  return fragment.startsWith(MARK);
}
