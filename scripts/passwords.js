// Writes the commonest passwords of the world, which the strength of a passphrase is judged by: the first of the list that
// @zxcvbn-ts/language-common brings, whose whole would cost every installation 200 kB.
import { dictionary } from '@zxcvbn-ts/language-common';
import { writeFile } from 'node:fs/promises';

const MOST = 6000;
const SHORTEST = 4;
/** Common where French is spoken, which the list has not; by us. */
const FRENCH =
  'motdepasse azerty azertyuiop bonjour soleil doudou loulou chouchou coucou marseille hopital medecin docteur infirmier calcinote'.split(
    ' '
  );
const words = dictionary['passwords-common'].filter((word) => word.length >= SHORTEST);
await writeFile(
  'src/lib/state/common-passwords.txt',
  `${[...words.slice(0, MOST), ...FRENCH].join('\n')}\n`
);
