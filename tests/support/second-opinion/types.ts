/** The two contracts: the findings (section 2) and the assessment (section 3). */

export type Answer = 'yes' | 'no' | 'unknown';
export type Flag = 'low' | 'normal' | 'high';
export type Age = { value?: number; unit?: string };
export type Limits = { low?: number; high?: number };
export type LabEntry = {
  value?: number;
  unit?: string;
  reported?: Flag;
  interval?: Limits;
  sampledOn?: string;
  confirmed?: boolean;
  when?: string;
};
export type CustomRow = {
  analyte: string;
  unit: string;
  low?: number;
  high?: number;
  fromAge?: Age;
  toAge?: Age;
};
export type Exposure = {
  id: string;
  status?: Answer;
  atLesionSite?: Answer;
  extravasation?: Answer;
};
export type Listed = { id: string; status?: Answer };
export type Findings = {
  subject?: { age?: Age; sex?: string };
  intervals?: { set?: string; custom?: CustomRow[] };
  labs?: Record<string, LabEntry>;
  exposures?: Exposure[];
  otherExposures?: 'none' | 'unknown';
  conditions?: Listed[];
  otherConditions?: 'none' | 'unknown';
  lesion?: {
    damageBefore?: Answer;
    damage?: string[];
    patterns?: string[];
    depositConfirmed?: Answer;
  };
  signs?: Listed[];
};

export type FindingError = { path: string; reason: string; received: unknown; accepted: unknown };

export type Subtype = 'dystrophic' | 'metastatic' | 'iatrogenic' | 'idiopathic';
export type Reason = { rule: string; inputs: string[]; sources: string[] };
export type Reading = { analyte: string; unit: string };
export type Caution = { id: string; inputs: string[]; readings?: Reading[] };
export type RedFlag = { id: string; inputs: string[]; risks?: string[] };
export type Missing = { input: string; canChange: string[]; outcomes: Record<string, Subtype[]> };
export type Counterfactual = { input: string; to: string; reachable: Subtype[] };
export type DerivedInterval = { low?: number; high?: number; unit?: string; source: string };
export type DerivedStatus = {
  status: string;
  basis: string | null;
  interval: DerivedInterval | null;
};
export type Derived = {
  calcium: DerivedStatus;
  phosphate: DerivedStatus;
  product?: { value: number; unit: string };
  totalCalciumAsEntered?: { value: number; unit: string };
  computedAdjustedCalcium?: { value: number; unit: string };
};
export type Assessment = {
  subtype: Subtype | 'indeterminate';
  certainty: 'supported' | 'provisional' | 'indeterminate';
  reachable: Subtype[];
  concurrent: Subtype[];
  possibleConcurrent: Subtype[];
  variants: string[];
  reasons: Reason[];
  missing: Missing[];
  counterfactuals: Counterfactual[];
  cautions: Caution[];
  redFlags: RedFlag[];
  derived: Derived;
  ruleSet: string;
};
