import { segmentHue, segmentTitle } from '#anatomy/segment-looks.ts';
import { Prose } from '#kit/prose.tsx';
import { VisuallyHidden } from '#kit/visually-hidden.tsx';
import { locateCharacter } from '#token/mapping.ts';
import type { CompactJws } from '#token/token-forms.ts';
import { bitsOfLetter } from './flips.ts';
import styles from './tamper-panel.module.css';

export interface BitsProps {
  readonly token: CompactJws;
  readonly text: string;
  readonly at: number;
  readonly onFlip: (bit: number) => void;
}

/** The six bits of one letter, and the bytes they go into. */
export function Bits({ token, text, at, onFlip }: BitsProps) {
  const bits = bitsOfLetter(text.charAt(at));
  const place = locateCharacter(token, at);
  if (bits === null || place?.kind !== 'letter') {
    return <p className={styles['hint']}>A period has no bits to turn. It only separates.</p>;
  }
  const before = bitsOfLetter(token.text.charAt(at));
  const { segment } = place;
  return (
    <div className={styles['bits']} data-hue={segmentHue(segment.name)}>
      <p className={styles['label']}>
        <Prose
          text={`\`${text.charAt(at)}\`, character ${at - (segment.start ?? 0)} of the ${segmentTitle(segment).toLowerCase()}: six bits. Turn one.`}
        />
      </p>
      <div className={styles['switches']}>
        {bits.map((isOne, bit) => {
          const byte = Math.floor((place.bits.start + bit) / 8);
          const isSpare = byte >= segment.bytes.length;
          return (
            <button
              // The bits of a letter never change places.
              key={bit}
              type="button"
              aria-pressed={isOne}
              className={styles['bit']}
              data-spare={isSpare || undefined}
              data-odd={byte % 2 === 1 || undefined}
              data-changed={(before?.[bit] ?? isOne) !== isOne || undefined}
              onClick={() => onFlip(bit)}
            >
              <VisuallyHidden>{`bit ${bit + 1}: `}</VisuallyHidden>
              <span>{isOne ? '1' : '0'}</span>{' '}
              <span className={styles['byte']}>{isSpare ? 'spare' : `byte ${byte}`}</span>
            </button>
          );
        })}
      </div>
    </div>
  );
}
