import { useId, useState } from 'react';
import { VisibleText } from '#anatomy/visible-text.tsx';
import { Icon } from '#kit/icon.tsx';
import { extractTokens } from '#token/extract.ts';
import { parseToken } from '#token/parse.ts';
import type { ParsedToken } from '#token/token-forms.ts';
import { useBenchState } from '../bench.ts';
import { compareTokens, type MemberDifference, sameSpelling } from './compare.ts';
import styles from './compare-panel.module.css';

/** Another token beside the one above, member by member. */
export function ComparePanel() {
  const token = useBenchState((state) => state.reading?.token ?? null);
  const [text, setText] = useState('');
  const id = useId();
  const other = text.trim() === '' ? null : parseToken(extractTokens(text).candidates[0]?.text ?? '');
  return (
    <div className={styles['panel']}>
      <label htmlFor={id} className={styles['label']}>
        Token to compare with
      </label>
      <textarea
        id={id}
        className={styles['area']}
        rows={3}
        value={text}
        maxLength={LONGEST}
        placeholder="paste the other one"
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {token && other ? (
        <Differences left={token} right={other} />
      ) : (
        <p className={styles['hint']}>
          For instance the one before and the one after a refresh: what changed, and what should have.
        </p>
      )}
    </div>
  );
}

const LONGEST = 65_535;

function Differences({ left, right }: { readonly left: ParsedToken; readonly right: ParsedToken }) {
  const members = compareTokens(left, right);
  const signature = sameSpelling(left, right, 'signature');
  const differing = members.filter(({ state }) => state !== 'same').length;
  return (
    <>
      <p>
        {members.length === 0
          ? 'There is no JSON to compare.'
          : `${differing} of ${members.length} members differ. ${signature === null ? '' : signature ? 'The signatures are the same.' : 'The signatures differ.'}`}
      </p>
      {members.length > 0 && (
        <section
          className={styles['scroll']}
          // What scrolls must be reachable by the keyboard.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          aria-label="Members of both tokens"
        >
          <table className={styles['table']}>
            <thead>
              <tr>
                <th scope="col">Member</th>
                <th scope="col">Above</th>
                <th scope="col">Here</th>
              </tr>
            </thead>
            <tbody>
              {members.map((member) => (
                <DifferenceRow key={`${member.part} ${member.path}`} member={member} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}

const STATES: Readonly<Record<MemberDifference['state'], string>> = {
  same: 'same',
  differs: 'differs',
  'only-left': 'only above',
  'only-right': 'only here',
};

function DifferenceRow({ member: { part, path, left, right, state } }: { readonly member: MemberDifference }) {
  return (
    <tr data-state={state} data-hue={part}>
      <th scope="row">
        <span className={styles['state']}>
          {state !== 'same' && <Icon name="differs" />}
          {STATES[state]}
        </span>
        <span className={styles['path']}>{path}</span>
      </th>
      <td>{left !== null && <VisibleText text={left} limit={200} />}</td>
      <td>{right !== null && <VisibleText text={right} limit={200} />}</td>
    </tr>
  );
}
