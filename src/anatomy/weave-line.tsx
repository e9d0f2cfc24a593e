// The rows are windowed and laid out as CSS grids, which table elements do not survive.
// oxlint-disable jsx-a11y/prefer-tag-over-role
import type { CSSProperties } from 'react';
import type { Range } from '#token/findings.ts';
import type { Segment } from '#token/segment.ts';
import type { Lit } from './link.ts';
import { litBands, memberBands } from './weave-bands.ts';
import { spareBits, type WeaveLine } from './weave-geometry.ts';
import { byteLabel, letterLabel } from './weave-words.ts';
import styles from './weave.module.css';

/** A cell of the weave: a character or a byte, counted from the start of the part. */
export interface WeaveCell {
  readonly row: 'letter' | 'byte';
  readonly index: number;
}

export interface WeaveLineViewProps {
  readonly segment: Segment;
  readonly line: WeaveLine;
  readonly lit: Lit | null;
  /** The one cell that the Tab key reaches. */
  readonly active: WeaveCell;
  /** Whether a third row shows the bytes as text. */
  readonly asText: boolean;
}

/** Characters over bytes, each as wide as its bits: a character that two bytes share stands over both. */
export function WeaveLineView({ segment, line, lit, active, asText }: WeaveLineViewProps) {
  const bands = lit === null ? null : litBands(lit, line);
  return (
    <div className={styles['line']} role="presentation">
      {memberBands(segment.json, line).map(({ start, end, shade, part }) => (
        <span
          key={start}
          className={styles['band']}
          data-shade={shade}
          data-part={part}
          style={placed({ start, end })}
        />
      ))}
      {bands?.soft.map((range) => (
        <span key={range.start} className={styles['soft']} style={placed(range)} />
      ))}
      {bands?.firm && <span className={styles['firm']} style={placed(bands.firm)} />}
      {segment.base64url && (
        <div className={styles['cells']} role="row">
          {indices(line.letters).map((letter) => (
            <Cell
              key={letter}
              cell={{ row: 'letter', index: letter }}
              active={active}
              text={letterAt(segment, letter)}
              label={letterLabel(segment, letter)}
              spare={spareBits(letter, segment.bytes.length)}
            />
          ))}
        </div>
      )}
      <div className={styles['cells']} role="row">
        {indices(line.bytes).map((byte) => (
          <Cell
            key={byte}
            cell={{ row: 'byte', index: byte }}
            active={active}
            text={hex(segment.bytes[byte] ?? 0)}
            label={byteLabel(segment, byte)}
          />
        ))}
      </div>
      {asText && (
        <div className={styles['text']} aria-hidden="true">
          {indices(line.bytes).map((byte) => (
            <span key={byte}>{printable(segment.bytes[byte] ?? 0)}</span>
          ))}
        </div>
      )}
    </div>
  );
}

interface CellProps {
  readonly cell: WeaveCell;
  readonly active: WeaveCell;
  readonly text: string;
  readonly label: string;
  /** How many of its last bits belong to no byte. */
  readonly spare?: number;
}

function Cell({ cell: { row, index }, active, text, label, spare }: CellProps) {
  const isActive = active.row === row && active.index === index;
  return (
    <span
      role="gridcell"
      tabIndex={isActive ? 0 : -1}
      aria-label={label}
      className={styles['cell']}
      data-row={row}
      data-index={index}
      data-spare={spare ? spare : undefined}
      style={spare ? ({ '--spare': spare } as CSSProperties) : undefined}
    >
      {text}
    </span>
  );
}

function placed({ start, end }: Range): CSSProperties {
  return { '--start': start, '--span': end - start } as CSSProperties;
}

function indices({ start, end }: Range): readonly number[] {
  return Array.from({ length: Math.max(0, end - start) }, (_, i) => start + i);
}

function letterAt({ text, base64url }: Segment, letter: number): string {
  return text.charAt(base64url?.positions?.[letter] ?? letter);
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}

/** ASCII as it is; anything else as a dot, because it takes several bytes or is no letter at all. */
function printable(byte: number): string {
  return byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·';
}
