import { useState } from 'react';
import { cleanValues, type FormFaults, findFaults } from '../../form-rules';
import type { FormField, Values } from '../../frame-contract';

export interface Form {
  values: Values;
  /** Those that may be said already: of fields that were left, or that were tried to be sent. */
  faults: FormFaults;
  isRight(name: string): boolean;
  change(name: string, value: string | string[]): void;
  leave(name: string): void;
  /** The answers to send, or undefined where there are faults. `unfinished`: what the page holds and no event told. */
  check(unfinished: Values): Values | undefined;
  /** What the last check found, for as long as something is left of it. */
  reported: FormFaults;
  /** How often a check has found faults. */
  failedChecks: number;
}

interface FormOptions {
  fields: readonly FormField[];
  given: Values;
  /** `YYYY-MM-DD` */
  today: string;
  isCheckedAtFirst: boolean;
}

export function useForm({ fields, given, today, isCheckedAtFirst }: FormOptions): Form {
  const everyName = () => new Set(fields.map(({ name }) => name));
  const [values, setValues] = useState(given);
  const [judged, setJudged] = useState<ReadonlySet<string>>(isCheckedAtFirst ? everyName : new Set());
  const [reported, setReported] = useState<FormFaults>(() =>
    isCheckedAtFirst ? findFaults(fields, cleanValues(fields, given), today) : {},
  );
  const [failedChecks, setFailedChecks] = useState(0);
  const cleaned = cleanValues(fields, values);
  const judgedFields = fields.filter(({ name }) => judged.has(name));
  const faults = findFaults(judgedFields, cleaned, today);

  return {
    values,
    faults,
    isRight: name => judged.has(name) && faults[name] === undefined && cleaned[name] !== undefined,
    change(name, value) {
      setValues(before => ({ ...before, [name]: value }));
      // What was right is not called wrong again while it is being changed.
      if (faults[name] === undefined) setJudged(before => new Set([...before].filter(other => other !== name)));
    },
    leave(name) {
      setJudged(before => (cleanValues(fields, values)[name] === undefined ? before : new Set([...before, name])));
    },
    check(unfinished) {
      const all = { ...values, ...unfinished };
      const answers = cleanValues(fields, all);
      const found = findFaults(fields, answers, today);
      if (Object.keys(found).length === 0) return answers;
      setValues(all);
      setJudged(everyName);
      setReported(found);
      setFailedChecks(count => count + 1);
      return undefined;
    },
    reported: Object.keys(reported).some(name => faults[name]) ? reported : {},
    failedChecks,
  };
}
