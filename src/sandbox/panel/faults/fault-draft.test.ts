import * as v from 'valibot';
import { expect, test } from 'vitest';
import { faultCatalogue } from '../../control/fault-catalogue';
import { newFaultSchema } from '../../control/fault-contract';
import { blankFaultDraft, toNewFault } from './fault-draft';

const entryOf = (name: string) => {
  const entry = faultCatalogue.find(candidate => candidate.name === name);
  if (!entry) throw new Error(`no fault ${name}`);
  return entry;
};

test.each(faultCatalogue.map(entry => [entry.name, entry] as const))(
  '%s is set as its form stands at first',
  (_, entry) => {
    const fault = v.parse(newFaultSchema, toNewFault(entry, blankFaultDraft, null));
    expect(fault).toMatchObject({ target: entry.target, fault: { name: entry.name }, times: 1, only: {} });
  },
);

test('carries parameters as the kinds that they are', () => {
  const typed = (parameters: Record<string, string>) => ({ ...blankFaultDraft, parameters });
  expect(toNewFault(entryOf('delay'), typed({ seconds: '600' }), null)).toMatchObject({ fault: { seconds: 600 } });
  expect(toNewFault(entryOf('time-out'), typed({ seconds: '' }), null)).toMatchObject({ fault: { seconds: null } });
  expect(toNewFault(entryOf('error-code'), typed({ errorCode: '1008' }), null)).toMatchObject({
    fault: { errorCode: 1008 },
  });
  expect(toNewFault(entryOf('unknown-type'), typed({ type: 'applicantX' }), null)).toMatchObject({
    fault: { type: 'applicantX' },
  });
});

test('says how often, for whom, and for what', () => {
  const drop = entryOf('drop');
  const named = { ...blankFaultDraft, times: 'several', count: '4', whom: 'named', externalUserId: ' u-1 ' } as const;
  expect(toNewFault(drop, { ...named, type: 'applicantReviewed' }, 'a-1')).toMatchObject({
    times: 4,
    only: { externalUserId: 'u-1', type: 'applicantReviewed' },
  });
  expect(toNewFault(drop, { ...blankFaultDraft, times: 'until-cleared', whom: 'chosen' }, 'a-1')).toMatchObject({
    times: null,
    only: { applicantId: 'a-1' },
  });
  expect(toNewFault(entryOf('cut'), { ...blankFaultDraft, pathPrefix: '/resources/status' }, 'a-1')).toMatchObject({
    only: { pathPrefix: '/resources/status' },
  });
});
