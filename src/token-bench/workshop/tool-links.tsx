import { Button } from '#kit/button.tsx';
import { useBench, useBenchState, type ToolId } from '../bench.ts';
import { TOOLS, WORKSHOP_TITLE } from './tools.ts';
import styles from './tool-links.module.css';

/** The tools of the other side by name, where a reader looks first. */
export function ToolLinks() {
  const bench = useBench();
  const isEmpty = useBenchState((state) => state.reading === null);
  if (isEmpty) return null;
  const go = (tool: ToolId): void => {
    bench.selectTool(tool);
    const title = document.getElementById(WORKSHOP_TITLE);
    title?.focus({ preventScroll: true });
    title?.scrollIntoView({ block: 'start' });
  };
  return (
    <nav className={styles['links']} aria-label="Tools">
      {TOOLS.map(({ id, name }) => (
        <Button key={id} size="s" onClick={() => go(id)}>
          {name}
        </Button>
      ))}
    </nav>
  );
}
