import { useCallback, useEffect } from 'react';
import { readDoctor } from '#contract/operations-doctor';
import { type Api, ProblemError } from '../api/http';
import { Button } from '../ui/button';
import { ProductMark } from '../ui/door';
import { describeProblem } from './describe-problem';
import { DoctorReportView } from './doctor-report';
import { SignInAdvice } from './sign-in-advice';
import { TimelineSearch } from './timeline-search';
import { useRequest } from './use-request';

/** For the operator's own people, in English: what the doctor finds, and what happened to one person's verification. */
export function OperationsPage({ api }: { api: Api }) {
  const ask = useCallback(() => api.call(readDoctor), [api]);
  const [state, examine] = useRequest(ask);
  useEffect(() => void examine(), [examine]);

  const report = state.is === 'answered' ? state.answer : state.is === 'under-way' ? state.before : undefined;
  const isUnderWay = state.is === 'under-way' || state.is === 'idle';
  const isOutside =
    state.is === 'failed' &&
    state.error instanceof ProblemError &&
    ['session-required', 'scope-required'].includes(state.error.code);

  return (
    <div className="page page-operations">
      <a className="skip" href="#main">
        Skip to the content
      </a>
      <header>
        <div className="page-header">
          <span className="product">
            <ProductMark />
            Portico operations
          </span>
          {!isOutside && <a href="#timeline">Timeline</a>}
        </div>
      </header>
      <main id="main" tabIndex={-1} className="page-main operations">
        {isOutside ? (
          <SignInAdvice />
        ) : (
          <>
            <section aria-labelledby="doctor">
              <div className="operations-head">
                <h1 id="doctor">The doctor</h1>
                <div className="operations-run">
                  <Button rank="secondary" busy={isUnderWay} onPress={() => void examine()}>
                    {isUnderWay ? 'Examining…' : 'Run again'}
                  </Button>
                </div>
              </div>
              <p className="lead" role="status">
                {isUnderWay && 'Looking at the installation, which takes some seconds.'}
                {state.is === 'answered' && summarise(state.answer.findings.map(finding => finding.outcome))}
              </p>
              {state.is === 'failed' && (
                <p role="alert" className="operations-problem">
                  {describeProblem(state.error)}
                </p>
              )}
              {report && <DoctorReportView report={report} />}
            </section>
            <TimelineSearch api={api} />
          </>
        )}
      </main>
    </div>
  );
}

function summarise(outcomes: readonly string[]): string {
  const count = (outcome: string) => outcomes.filter(found => found === outcome).length;
  return `${count('fail')} fail, ${count('cannot-tell')} cannot be told, ${count('pass')} pass.`;
}
