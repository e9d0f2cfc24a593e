import { use, useId } from 'react';
import { CopyButton } from '#kit/copy-button.tsx';
import { Verdict } from '#kit/verdict.tsx';
import { currentLink, loadLinks } from '../address.ts';
import { linkProblemText } from '../workbench/link-problem-text.ts';
import styles from './share.module.css';

const ready = loadLinks();

/** The link to exactly this: lesson, systems, settings, changes, step. */
export function Share() {
  use(ready);
  const link = currentLink();
  if (!link) return <p>There is nothing to link to yet: the lesson is still being loaded.</p>;
  if (!link.ok) return <Verdict kind="warning">{linkProblemText(link.problem)}</Verdict>;
  return <Link address={new URL(link.fragment, location.href).href} omitsPassword={link.omits.length > 0} />;
}

function Link({ address, omitsPassword }: { readonly address: string; readonly omitsPassword: boolean }) {
  const id = useId();
  return (
    <div className={styles['share']}>
      <p>
        Whoever opens this link sees exactly this step, paused. It holds the lesson, both systems, their settings and
        changes{omitsPassword && ', but no password: another wrong one stands in for it'}.
      </p>
      <label htmlFor={id} className={styles['label']}>
        Link to this step
      </label>
      <textarea
        id={id}
        className={styles['link']}
        readOnly
        rows={4}
        value={address}
        onFocus={(event) => event.currentTarget.select()}
      />
      <CopyButton label="Copy the link" text={() => address} />
    </div>
  );
}
