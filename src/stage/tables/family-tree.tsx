import type { EventId } from '#core/events.ts';
import { Icon, type IconName } from '#kit/icon.tsx';
import type { FamilyTree, TokenNode, TokenStanding } from '#projections/tables/families.ts';
import { ChangeSign } from './change-sign.tsx';
import styles from './family-tree.module.css';

interface FamilyTreesProps {
  readonly families: readonly FamilyTree[];
  readonly onExplain: (event: EventId) => void;
}

/** Families of refresh tokens: a tree for each login, a generation for each time that a token was traded for the next. */
export function FamilyTrees({ families, onExplain }: FamilyTreesProps) {
  return (
    <section aria-label="Families of refresh tokens" className={styles['families']}>
      <h3 className={styles['title']}>
        Families <span className={styles['about']}>one for each login, a token for each refresh</span>
      </h3>
      {families.length === 0 ? (
        <p className={styles['empty']}>no login yet</p>
      ) : (
        <ul className={styles['list']}>
          {families.map((family) => (
            <Family key={family.id} family={family} onExplain={onExplain} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Family({ family, onExplain }: { readonly family: FamilyTree } & Pick<FamilyTreesProps, 'onExplain'>) {
  const { id, userId, device, until, standing, revoked, change, tokens } = family;
  return (
    <li className={styles['family']} data-standing={standing} data-change={change ?? undefined}>
      <p className={styles['head']}>
        <ChangeSign change={change} />
        <strong>Family {id}</strong>
        <span className={styles['about']}>
          {device}, user {userId}
        </span>
        <span className={styles['about']}>
          {standing === 'revoked' ? (
            <span className={styles['ended']}>
              <Icon name="cross" /> revoked {revoked}
            </span>
          ) : standing === 'expired' ? (
            <span className={styles['ended']}>
              <Icon name="clock" /> expired {until}
            </span>
          ) : (
            `until ${until}`
          )}
        </span>
      </p>
      <Generation tokens={tokens} onExplain={onExplain} />
    </li>
  );
}

function Generation({
  tokens,
  onExplain,
}: { readonly tokens: readonly TokenNode[] } & Pick<FamilyTreesProps, 'onExplain'>) {
  if (tokens.length === 0) return null;
  return (
    <ul className={styles['generation']}>
      {tokens.map((token) => (
        <li key={token.id} className={styles['branch']}>
          <Token token={token} onExplain={onExplain} />
          <Generation tokens={token.children} onExplain={onExplain} />
        </li>
      ))}
    </ul>
  );
}

function Token({ token, onExplain }: { readonly token: TokenNode } & Pick<FamilyTreesProps, 'onExplain'>) {
  const { id, shortHash, standing, change, event } = token;
  const face = (
    <>
      <span className={styles['mark']}>
        <Icon name={MARKS[standing]} />
      </span>
      <span>
        <span className={styles['number']}>
          <ChangeSign change={change} /> {id} <span className={styles['hash']}>{shortHash}</span>
        </span>
        <span className={styles['said']}>{saidOf(token)}</span>
      </span>
    </>
  );
  const shape = { className: styles['token'], 'data-standing': standing, 'data-change': change ?? undefined };
  if (event === null) return <span {...shape}>{face}</span>;
  return (
    <button type="button" {...shape} title="What touched this token last" onClick={() => onExplain(event)}>
      {face}
    </button>
  );
}

/** A shape for each standing; the words beside it say the same. */
const MARKS: Readonly<Record<TokenStanding, IconName>> = {
  current: 'ticket',
  grace: 'clock',
  used: 'check',
  revoked: 'cross',
  expired: 'clock',
};

function saidOf({ standing, used, graceUntil, issued }: TokenNode): string {
  switch (standing) {
    case 'current':
      return 'current: good once';
    case 'grace':
      return `used ${used ?? ''}, taken again until ${graceUntil ?? ''}`;
    case 'used':
      return `used ${used ?? ''}`;
    case 'revoked':
      return used === null ? `revoked, never used` : `revoked, used ${used}`;
    case 'expired':
      return `expired, issued ${issued}`;
  }
}
