import type { Column } from '#core/align.ts';
import type { EventId } from '#core/events.ts';
import type { HttpStanding, HttpView } from '#projections/models.ts';

export interface HttpMessagesProps {
  readonly view: HttpView;
  readonly standing: HttpStanding;
  /** `Session`, `JWT`. */
  readonly names: Readonly<Record<Column, string>>;
  /** A recorded request as a curl command; null for a response. Asked when the button is pressed or drawn. */
  readonly curlOf: (event: EventId, column: Column) => string | null;
  /** A header field's name was chosen. */
  readonly onExplainHeader: (name: string, event: EventId, column: Column) => void;
  /** The row is about one of the messages: `showNow`. */
  readonly onAct?: ((messages: Element) => void) | undefined;
}
