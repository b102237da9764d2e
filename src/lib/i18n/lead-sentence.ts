import type { Assessment, InputPath, MissingInput } from '$lib/core/classifier/assessment';
import {
  SUBTYPES,
  TISSUE_CONDITIONS,
  type ConditionId,
  type Subtype
} from '$lib/core/classifier/vocabulary';
import { listText } from './numbers';
import { m } from './paraglide/messages';
import { subtypeName } from './wording';
import { conditionName } from './wording-findings';

export interface Lead {
  sentence: string;
  /** The open question that the sentence is about. */
  question?: MissingInput;
}

/**
 * The sentence that helps: the answer, or what it is unless the one fact that is not known says otherwise. Whether
 * something was given at the site goes first: it outranks the figures, and is asked in one tap.
 */
export function leadSentence(assessment: Assessment): Lead {
  const { reachable, missing } = assessment;
  if (reachable.length === 1) return { sentence: capital(withConcurrent(assessment)) };
  const settling = missing.filter(({ outcomes }) => left(outcomes).length < reachable.length);
  const question =
    settling.find(({ input }) => /^(exposures|otherExposures)/.test(input)) ??
    settling.find(({ outcomes }) => left(outcomes).length === 1) ??
    settling[0];
  if (question) {
    const answer = subtypes(left(question.outcomes));
    return {
      sentence: capital(m.lead_unless({ answer, clause: clauseOf(question.input) })),
      question
    };
  }
  const deciding = missing.find(({ outcomes }) => ifSo(outcomes).length < reachable.length);
  if (deciding)
    return {
      sentence: capital(
        m.lead_if({
          all: subtypes(reachable),
          answer: subtypes(ifSo(deciding.outcomes)),
          clause: clauseOf(deciding.input)
        })
      ),
      question: deciding
    };
  return { sentence: capital(m.lead_open({ all: subtypes(reachable) })) };
}

/** Idiopathic last: where calciphylaxis is possible it must not come first, and it is what remains elsewhere. */
export function inOrder(reachable: readonly Subtype[]): Subtype[] {
  return SUBTYPES.filter((subtype) => reachable.includes(subtype));
}

/** `dystrophic, metastatic or idiopathic`. */
export function subtypes(reachable: readonly Subtype[]): string {
  return listText(
    inOrder(reachable).map((subtype) => subtypeName[subtype]()),
    'disjunction'
  );
}

function withConcurrent({ reachable, concurrent, possibleConcurrent }: Assessment): string {
  const answer = subtypes(reachable);
  const and = (list: Subtype[]) =>
    listText(
      inOrder(list).map((subtype) => subtypeName[subtype]()),
      'conjunction'
    );
  if (concurrent.length > 0) return m.lead_concurrent({ answer, concurrent: and(concurrent) });
  return possibleConcurrent.length > 0
    ? m.lead_possibly_concurrent({ answer, concurrent: and(possibleConcurrent) })
    : answer;
}

type Outcomes = MissingInput['outcomes'];

/** What is left when the answer is no. An answer that cannot be weighed leaves everything. */
function left(outcomes: Outcomes): readonly Subtype[] {
  return outcomes.none ?? outcomes.no ?? outcomes['not-raised'] ?? SUBTYPES;
}

function ifSo(outcomes: Outcomes): readonly Subtype[] {
  return outcomes.yes ?? outcomes.raised ?? SUBTYPES;
}

/** The answer "yes" or "raised" as the clause after "unless" or "if". */
function clauseOf(input: InputPath): string {
  const [group, id = '', detail] = input.split('.');
  if (detail === 'interval') return m.lead_clause_interval();
  if (group === 'labs')
    return id === 'phosphate' ? m.lead_clause_phosphate() : m.lead_clause_calcium();
  if (group === 'subject') return m.lead_clause_age();
  if (group === 'lesion') return m.lead_clause_damage();
  if (group === 'conditions' && !(TISSUE_CONDITIONS as readonly string[]).includes(id))
    return m.lead_clause_yes({ name: conditionName[id as ConditionId]() });
  return group === 'conditions' || group === 'otherConditions'
    ? m.lead_clause_disease()
    : m.lead_clause_exposure();
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
