import { useEffect, useRef, useState } from 'react';
import { signatureCases } from '#auth/signature-cases.ts';
import { Button } from '#kit/button.tsx';
import { Verdict } from '#kit/verdict.tsx';
import { VisibleText } from '#anatomy/visible-text.tsx';
import type { ParsedToken } from '#token/token-forms.ts';
import { useBench, useBenchState } from '../bench.ts';
import { outcomeWords, rateWords } from './guess-words.ts';
import { type GuessOrder, type GuessReport, startGuessing } from './guesser.ts';
import styles from './guess-panel.module.css';

/** Anybody who holds one token can try secrets at home. Here it is tried with a list that ships with the page. */
export function GuessPanel() {
  const token = useBenchState((state) => state.reading?.token ?? null);
  const order = token && orderFor(token);
  if (!token || !order) {
    return (
      <p className={styles['hint']}>
        Only a shared secret can be guessed: this needs a token signed with HS256, HS384 or HS512.
      </p>
    );
  }
  return <Guess key={token.text} order={order} />;
}

function orderFor(token: ParsedToken): GuessOrder | null {
  const [first] = signatureCases(token);
  if (!first || first.isPayloadMissing) return null;
  const { alg, input, signature } = first;
  return alg === 'HS256' || alg === 'HS384' || alg === 'HS512' ? { alg, input, signature } : null;
}

type State = 'idle' | 'running' | 'stopped' | 'done' | 'failed';

function Guess({ order }: { readonly order: GuessOrder }) {
  const bench = useBench();
  const [state, setState] = useState<State>('idle');
  const [report, setReport] = useState<GuessReport | null>(null);
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);

  const start = (): void => {
    setReport(null);
    setState('running');
    stop.current = startGuessing(
      order,
      (next) => {
        setReport(next);
        if (next.isDone) setState('done');
      },
      () => setState('failed'),
    );
  };
  const cancel = (): void => {
    stop.current?.();
    setState('stopped');
  };

  const found = report?.found ?? null;
  return (
    <div className={styles['panel']}>
      <p className={styles['hint']}>
        Some thousand secrets are tried: those that tutorials and templates print, and the best known passwords. The
        list is part of this page, and the guessing happens in it.
      </p>
      <p className={styles['row']}>
        {state === 'running' ? (
          <Button icon="cross" onClick={cancel}>
            Stop
          </Button>
        ) : (
          <Button tone="action" icon="key" onClick={start}>
            Guess the secret
          </Button>
        )}
        {report && (
          <progress className={styles['progress']} max={report.total} value={report.tried} aria-label="Guesses made" />
        )}
      </p>
      <output className={styles['outcome']} aria-label="Outcome of the guessing">
        {state === 'failed' && 'The browser did not start the worker that guesses.'}
        {state === 'stopped' && 'Stopped.'}
        {report &&
          state === 'done' &&
          (found === null ? outcomeWords(report) : <Verdict kind="wrong">{outcomeWords(report)}</Verdict>)}
      </output>
      {found !== null && (
        <p className={styles['row']}>
          <span>
            The secret is{' '}
            <code className={styles['secret']}>{found === '' ? 'empty' : <VisibleText text={found} />}</code>: anybody
            can sign such tokens.
          </span>
          <Button size="s" onClick={() => bench.setKey({ text: found, encoding: 'utf8' })}>
            Verify with it
          </Button>
        </p>
      )}
      {report?.perSecond && state !== 'running' && <p className={styles['hint']}>{rateWords(report.perSecond)}</p>}
    </div>
  );
}
