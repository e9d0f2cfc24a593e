import { use, useId } from 'react';
import { Button } from '#kit/button.tsx';
import { CopyButton } from '#kit/copy-button.tsx';
import { Verdict } from '#kit/verdict.tsx';
import { currentLink, loadLinks } from '../address.ts';
import { chooseFile } from '../files/opening-files.ts';
import { saveTraces, saveWorkbook, workbookText } from '../files/saving.ts';
import { useApp } from '../use-app.ts';
import { linkProblemText } from '../workbench/link-problem-text.ts';
import styles from './share.module.css';

const ready = loadLinks();

/** The link to exactly this: lesson, systems, settings, changes, step. What is too long for one, and everything else, goes into a file. */
export function Share() {
  use(ready);
  const isBroken = useApp((state) => state.linkProblem !== null);
  const isMissing = useApp((state) => state.unavailable !== null);
  const link = currentLink();
  const file = workbookText();
  if (isBroken || !link || !file) {
    return (
      <div className={styles['share']}>
        <p>There is nothing to link to{whyNothing(isBroken, isMissing)}</p>
        <Button onClick={chooseFile}>Open a file</Button>
      </div>
    );
  }
  return (
    <div className={styles['share']}>
      {link.ok ? (
        <Link address={new URL(link.fragment, location.href).href} omitsPassword={link.omits.length > 0} />
      ) : (
        <p>
          <Verdict kind="warning">{linkProblemText(link.problem)} Save it as a file instead.</Verdict>
        </p>
      )}
      <section aria-label="As a file" className={styles['part']}>
        <h3 className={styles['title']}>As a file</h3>
        <p>
          The file holds every run of this lesson by its name, this step, and what can be undone
          {file.omits && ', but no password or other text typed as a secret'}. Whoever opens it, here or by dropping it
          on the page, goes on from there.
        </p>
        <div className={styles['tools']}>
          <Button tone={link.ok ? 'plain' : 'action'} icon="tray" onClick={saveWorkbook}>
            Save as a file
          </Button>
          <Button onClick={chooseFile}>Open a file</Button>
        </div>
      </section>
      <section aria-label="The recorded traces" className={styles['part']}>
        <h3 className={styles['title']}>The recorded traces</h3>
        <p>Every event of both runs as JSON, for other tools: the messages as they were sent, passwords included.</p>
        <div className={styles['tools']}>
          <Button icon="tray" onClick={saveTraces}>
            Save the traces
          </Button>
        </div>
      </section>
    </div>
  );
}

function whyNothing(isBroken: boolean, isMissing: boolean): string {
  if (isBroken) return ': the link in the address cannot be opened. Open a lesson, or a file.';
  return isMissing ? ': the lesson could not be loaded.' : ' yet: the lesson is still being loaded.';
}

function Link({ address, omitsPassword }: { readonly address: string; readonly omitsPassword: boolean }) {
  const id = useId();
  return (
    <div className={styles['part']}>
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
