import { useState } from 'react';
import * as v from 'valibot';
import { fastFailErrors, fastFailWarnings } from '#idngo/fast-fail';
import type { ApplicantDetail } from '../../control/panel-contract';
import { useAction } from '../api/panel-queries';
import { ChipGroup } from '../ui/chip-group';
import { toWords } from '../ui/wording';
import { TransitionRow, useTransition } from './transition-row';

export function SessionTransitions({ applicant }: { applicant: ApplicantDetail }) {
  return (
    <>
      <TokenExpiry externalUserId={applicant.externalUserId} />
      <NextUpload applicantId={applicant.applicantId} />
    </>
  );
}

function TokenExpiry({ externalUserId }: { externalUserId: string }) {
  const expiry = useAction(http => http.send({ path: 'access-tokens/expire', body: { externalUserId } }, v.unknown()));
  return (
    <TransitionRow
      title="Expire tokens"
      sentence="The access tokens of this person end now, as they do by themselves after some time."
      action={expiry}
      done="The SDK tokens have expired: the app has to ask for another one."
    >
      <button type="button" onClick={() => expiry.mutate(undefined)}>
        Expire SDK tokens
      </button>
    </TransitionRow>
  );
}

/** What the quick check during an upload finds; it applies to one upload. */
function NextUpload({ applicantId }: { applicantId: string }) {
  const provocation = useTransition(applicantId);
  const [errors, setErrors] = useState<readonly string[]>([]);
  const [warnings, setWarnings] = useState<readonly string[]>([]);
  const isNothing = errors.length + warnings.length === 0;
  return (
    <TransitionRow
      title="Next upload"
      sentence="What the quick check finds at the person’s next upload: an error makes them send another picture, a warning leaves the choice to them."
      action={provocation}
      done={isNothing ? 'Nothing will be found at the next upload.' : 'It will be found at the next upload.'}
    >
      <ChipGroup legend="Errors" options={fastFailErrors} chosen={errors} onChange={setErrors} toText={toWords} />
      <ChipGroup
        legend="Warnings"
        options={fastFailWarnings}
        chosen={warnings}
        onChange={setWarnings}
        toText={toWords}
      />
      <button type="button" onClick={() => provocation.mutate({ name: 'fast-fail', body: { errors, warnings } })}>
        {isNothing ? 'Find nothing' : 'Find this at the next upload'}
      </button>
    </TransitionRow>
  );
}
