import { type FormEvent, useState } from 'react';
import * as v from 'valibot';
import { actionWebhookTypes, applicantWebhookTypes } from '#idngo/webhook';
import type { FaultCatalogueEntry } from '../../control/fault-contract';
import { useAction } from '../api/panel-queries';
import { useApplicants } from '../person/person-queries';
import { Choice } from '../ui/choice';
import { Outcome } from '../ui/outcome';
import { useAddress } from '../use-address';
import { blankFaultDraft, type FaultDraft, shownValue, type Times, toNewFault, type Whom } from './fault-draft';
import { ParameterField } from './parameter-field';

interface FieldsProps {
  draft: FaultDraft;
  change: (made: Partial<FaultDraft>) => void;
}

const timesOptions = [
  ['once', 'Once'],
  ['several', 'Several times'],
  ['until-cleared', 'Until cleared'],
] as const satisfies readonly (readonly [Times, string])[];

export function FaultForm({ entry }: { entry: FaultCatalogueEntry }) {
  const { applicantId } = useAddress();
  const [draft, setDraft] = useState(blankFaultDraft);
  const change = (made: Partial<FaultDraft>) => setDraft({ ...draft, ...made });
  const setting = useAction(http =>
    http.send({ path: 'faults', body: toNewFault(entry, draft, applicantId) }, v.unknown()),
  );

  function set(event: FormEvent) {
    event.preventDefault();
    if (!setting.isPending) setting.mutate(undefined);
  }

  return (
    <form className="fault-form" onSubmit={set}>
      {entry.parameters.map(parameter => (
        <ParameterField
          key={parameter.name}
          parameter={parameter}
          value={shownValue(parameter, draft.parameters)}
          onChange={value => change({ parameters: { ...draft.parameters, [parameter.name]: value } })}
        />
      ))}
      <Choice
        name="times"
        legend="How often"
        className="buttons"
        options={timesOptions}
        value={draft.times}
        onChoose={times => change({ times })}
      />
      {draft.times === 'several' && (
        <label>
          Times
          <input
            type="number"
            min={1}
            max={1_000_000}
            required
            value={draft.count}
            onChange={event => change({ count: event.currentTarget.value })}
          />
        </label>
      )}
      {entry.target === 'receiver' ? (
        <DeliveryScope draft={draft} change={change} />
      ) : (
        <label>
          Only requests whose path begins with <small>(empty: all)</small>
          <input
            value={draft.pathPrefix}
            placeholder="/resources/applicants"
            pattern="/resources.*"
            title="begins with /resources"
            autoComplete="off"
            onChange={event => change({ pathPrefix: event.currentTarget.value })}
          />
        </label>
      )}
      <div className="line">
        <button type="submit" className="main" aria-disabled={setting.isPending}>
          Set this fault
        </button>
        <Outcome action={setting}>It is set: the next that fits meets it.</Outcome>
      </div>
    </form>
  );
}

function DeliveryScope({ draft, change }: FieldsProps) {
  const { applicantId } = useAddress();
  const chosen = useApplicants().data?.items.find(each => each.applicantId === applicantId);
  const options: readonly (readonly [Whom, string])[] = [
    ['everybody', 'Everybody'],
    ...(chosen ? [['chosen', chosen.externalUserId] as const] : []),
    ['named', 'Somebody, by user id'],
  ];
  return (
    <>
      <Choice
        name="whom"
        legend="Whose webhooks"
        className="buttons"
        options={options}
        value={draft.whom}
        onChoose={whom => change({ whom })}
      />
      {draft.whom === 'named' && (
        <label>
          User id, as your app names the person
          <input
            value={draft.externalUserId}
            required
            autoComplete="off"
            onChange={event => change({ externalUserId: event.currentTarget.value })}
          />
        </label>
      )}
      <label>
        Type of webhook
        <select value={draft.type} onChange={event => change({ type: event.currentTarget.value })}>
          <option value="">every type</option>
          {[...applicantWebhookTypes, ...actionWebhookTypes].map(type => (
            <option key={type}>{type}</option>
          ))}
        </select>
      </label>
    </>
  );
}
