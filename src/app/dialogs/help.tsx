import { useTimeline, useTimelineActions } from '#timeline/react.ts';
import { Button } from '#kit/button.tsx';
import { appStore } from '../app-store.ts';
import { FLOW_SHORTCUTS, SHORTCUTS } from '../keys/shortcuts.ts';
import { keepPreferences } from '../preferences.ts';
import { useApp } from '../use-app.ts';
import styles from './help.module.css';

export function Help() {
  const { setBets } = useTimelineActions();
  const betsOn = useTimeline((state) => state.betsOn);
  const keysOn = useApp((state) => state.keysOn);
  const reveal = useApp((state) => state.reveal);
  return (
    <div className={styles['help']}>
      <p>
        Claimcheck runs two real systems side by side, inside this page. Every arrow is a real HTTP request; nothing
        leaves the browser. Step with the keys, click any row to go there, click a name to have it explained.
      </p>
      <p>
        <Button onClick={() => appStore.setState({ dialog: null, palette: true })}>Find any command</Button>
      </p>
      <table className={styles['keys']}>
        <caption className={styles['caption']}>Keys</caption>
        <tbody>
          {[...FLOW_SHORTCUTS, ...TURNS, ...SHORTCUTS, ESCAPE].map(({ shown, says }) => (
            <tr key={says}>
              <th scope="row">
                {shown.map((key) => (
                  <kbd key={key} className={styles['key']}>
                    {key}
                  </kbd>
                ))}
              </th>
              <td>{says}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <fieldset className={styles['options']}>
        <legend className={styles['caption']}>Options</legend>
        <Option
          label="Single keys work anywhere on the page"
          checked={keysOn}
          onChange={(on) => {
            appStore.setState({ keysOn: on });
            keepPreferences({ keysOn: on });
          }}
        />
        <Option label="Ask for bets before steps that matter" checked={betsOn} onChange={setBets} />
        <Option
          label="Review: show every row at once"
          checked={reveal === 'all'}
          onChange={(on) => appStore.setState({ reveal: on ? 'all' : 'reached' })}
        />
      </fieldset>
      <p className={styles['small']}>
        Nothing you do here is sent anywhere: no analytics, no fonts or scripts from elsewhere. The browser keeps your
        theme, these options and the last step. Once loaded, Claimcheck works without a network; schemes with SQL do
        once one of them has been opened. <a href="./licences.txt">Licences of everything shipped</a>
      </p>
    </div>
  );
}

const TURNS = [
  { shown: ['Ctrl Z', '⌘ Z'], says: 'Undo the last change' },
  { shown: ['Ctrl Y', '⇧ ⌘ Z'], says: 'Redo it' },
];

const ESCAPE = { shown: ['Esc'], says: 'Close what is open' };

interface OptionProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (on: boolean) => void;
}

function Option({ label, checked, onChange }: OptionProps) {
  return (
    <label className={styles['option']}>
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      {label}
    </label>
  );
}
