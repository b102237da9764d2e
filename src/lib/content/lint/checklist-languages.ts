import { figuresIn } from './languages-in-step';
import { textsOf, type Check, type Problem } from './problem';

/**
 * Both languages of a checklist have the same figures, and each its own typography. A checklist is typed into JSON
 * twice over, by hand, which the checks of the topics do not see.
 */
export const checklistLanguages: Check = ({ checklists }) =>
  checklists.flatMap((checklist) =>
    textsOf(checklist).flatMap(({ fr, en }): Problem[] => {
      const where = `checklists/${checklist.id}, "${en.slice(0, 40)}"`;
      const there = figuresIn(fr, ',');
      const here = figuresIn(en, '.');
      return [
        ...(there === here
          ? []
          : [{ where, what: `figures: "${there}" in French, "${here}" in English` }]),
        ...(/(?<!\u202f)[:;!?%»]|«(?!\u202f)/.test(fr)
          ? [{ where, what: 'French has no narrow no-break space where one belongs' }]
          : []),
        ...(/[\s\u202f][:;!?,.%]/.test(en)
          ? [{ where, what: 'English has a space before punctuation' }]
          : []),
        ...(/['"]/.test(fr + en) ? [{ where, what: 'a straight quote' }] : [])
      ];
    })
  );
