import { outcomeTexts, questionText, counterfactualTexts } from './question';
import { m } from '$lib/i18n/paraglide/messages';
import { ruleText, variantName } from '$lib/i18n/wording-details';
import { certaintyName } from '$lib/i18n/wording';
import { labName } from '$lib/i18n/wording-findings';
import { cautionText, cautionTitle, flagText } from '$lib/i18n/wording-warning-texts';
import { flagTitle } from '$lib/i18n/wording-warnings';
import { pathsOf } from '$lib/core/casebook/saved-assessment';
import { dayText } from '$lib/i18n/dates';
import type { Evaluated } from './evaluation';
import { adjustmentLine, productLine, sampleLines, statusLine } from '$lib/i18n/figures-text';
import { inputText } from '$lib/i18n/input-text';
import { leadSentence } from '$lib/i18n/lead-sentence';
import { unusedNames } from './unused-names';

export interface Section {
  heading: string;
  lines: string[];
}

export interface Summary {
  title: string;
  sections: Section[];
  /** Versions and limits: what was used, and what it is not. */
  closing: string;
}

/** The result in plain words, for a letter, a message or paper. `today` is an ISO day. */
export function summaryOf(evaluated: Evaluated, today: string, appVersion: string): Summary {
  const { assessment, findings } = evaluated;
  const { derived } = assessment;
  const isSiteAnswered = (findings.exposures ?? []).some(({ status }) => status === 'no');
  const sections: Section[] = [
    {
      heading: m.summary_flags(),
      lines: assessment.redFlags.map(({ id }) => `${flagTitle[id]()}${m.colon()}${flagText[id]()}`)
    },
    {
      heading: m.summary_answer(),
      lines: [
        `${leadSentence(assessment).sentence}.`,
        m.card_certainty({ certainty: certaintyName[assessment.certainty]() }),
        ...assessment.variants.map((id) => m.card_variant({ variant: variantName[id]() }))
      ]
    },
    {
      heading: m.card_why(),
      lines: assessment.reasons.map(
        ({ rule, inputs }) =>
          `${ruleText[rule]()} ${inputs.map((input) => inputText(input, findings)).join(' · ')}`
      )
    },
    {
      heading: m.card_figures(),
      lines: [
        statusLine(m.calcium(), derived.calcium),
        adjustmentLine(derived),
        statusLine(labName.phosphate(), derived.phosphate),
        productLine(derived),
        ...sampleLines(findings, today)
      ].filter(Boolean)
    },
    { heading: m.summary_entered(), lines: enteredLines(evaluated) },
    {
      heading: m.card_next(),
      lines: assessment.missing.map(
        (missing) =>
          `${questionText(missing.input, isSiteAnswered)} ${outcomeTexts(missing).join(' · ')}`
      )
    },
    {
      heading: m.card_cautions(),
      lines: assessment.cautions.map(
        ({ id }) => `${cautionTitle[id]()}${m.colon()}${cautionText[id]()}`
      )
    },
    { heading: m.card_otherwise(), lines: counterfactualTexts(assessment.counterfactuals) }
  ];
  return {
    title: m.summary_title({ day: dayText(today) }),
    sections: sections.filter(({ lines }) => lines.length > 0),
    closing: m.summary_closing({ app: appVersion, rules: assessment.ruleSet })
  };
}

/** What was entered and answered, the unread figures included as unread. */
function enteredLines({ findings, unused }: Evaluated): string[] {
  const entered = pathsOf(findings)
    .map((path) => inputText(path, findings))
    .join(' · ');
  const left = unusedNames(unused).join(', ');
  return [entered, ...(left ? [m.unused({ names: left })] : [])].filter(Boolean);
}

export function plainText({ title, sections, closing }: Summary): string {
  const bodies = sections.map(({ heading, lines }) =>
    [heading.toUpperCase(), ...lines.map((line) => `- ${line}`)].join('\n')
  );
  return [title, ...bodies, closing].join('\n\n');
}
