import { useState } from 'react';
import { Button, IconButton } from '#kit/button.tsx';
import { Chip } from '#kit/chip.tsx';
import { CopyButton } from '#kit/copy-button.tsx';
import { Dialog } from '#kit/dialog.tsx';
import { ErrorBoundary } from '#kit/error-boundary.tsx';
import { Icon, ICON_NAMES } from '#kit/icon.tsx';
import { Pass } from '#kit/pass.tsx';
import { Prose } from '#kit/prose.tsx';
import { Select } from '#kit/select.tsx';
import { Tabs } from '#kit/tabs.tsx';
import { Ticket } from '#kit/ticket.tsx';
import { TokenText } from '#kit/token-text.tsx';
import { Verdict } from '#kit/verdict.tsx';
import { ACCESS } from './fixtures.ts';

function Broken(): never {
  throw new Error('Cannot read properties of undefined (reading "rows")');
}

const SIZES = ['xs', 'sm', 'md'] as const;

/** Every primitive once. */
export function KitSheet() {
  const [tab, setTab] = useState<'http' | 'code' | 'token'>('http');
  const [open, setOpen] = useState(new URLSearchParams(location.search).has('dialog'));
  return (
    <main className="kit">
      <p>
        <Button tone="ink">
          Next <Icon name="arrow" />
        </Button>
        <Button>Share</Button>
        <Button tone="action" icon="projector">
          Present
        </Button>
        <Button tone="quiet">Cancel</Button>
        <Button disabled>Not yet</Button>
        <Button size="s">Small</Button>
        {(['first', 'previous', 'play', 'pause', 'next', 'last'] as const).map((name) => (
          <IconButton key={name} icon={name} label={name} />
        ))}
      </p>
      <p className="icons">
        {ICON_NAMES.map((name) => (
          <span key={name} title={name}>
            <Icon name={name} />
          </span>
        ))}
      </p>
      <p>
        {SIZES.map((size) => (
          <Ticket key={size} name="PHPSESSID" short="9f3c1e…" size={size} />
        ))}
        {SIZES.map((size) => (
          <Pass key={size} name="access_token" fields={['HS256', 'id 42', 'sig']} size={size} />
        ))}
        <span className="tight">
          <Pass name="refresh_token" fields={['HS256', 'refresh', 'sig']} />
        </span>
        <span className="tight">
          <Ticket name="PHPSESSID" short="9f3c1e0b77d24a6f" />
        </span>
      </p>
      <p>
        <Chip>Ask</Chip>
        <Chip tone="now">now</Chip>
        <Chip tone="ticket">ticket</Chip>
        <Chip tone="outline">beat 4 of 6</Chip>
        <Verdict kind="valid">Accepted</Verdict>
        <Verdict kind="warning">Weak secret</Verdict>
        <Verdict kind="wrong">Expired</Verdict>
        <Select label="Speed" labelShown value="1" options={[{ value: '1', label: '1×' }]} onChange={() => undefined} />
        <CopyButton label="Copy link" text={() => 'https://example.org'} />
      </p>
      <p>
        <Prose text="The browser attaches every cookie that matches; the client wrote `Authorization: Bearer` by itself." />
      </p>
      <p className="mono">
        <TokenText text={ACCESS} />
      </p>
      <Tabs
        label="Details"
        selected={tab}
        onSelect={setTab}
        items={[
          { id: 'http', label: 'HTTP', panel: <p>The raw message</p> },
          { id: 'code', label: 'Code', panel: <p>The source that ran</p> },
          { id: 'token', label: 'Token', panel: <p>Its anatomy</p> },
        ]}
      />
      <div className="card">
        <ErrorBoundary name="The diagram">
          <Broken />
        </ErrorBoundary>
      </div>
      <Dialog title="Keys" open={open} onClose={() => setOpen(false)}>
        <p>→ next step</p>
      </Dialog>
      <Button onClick={() => setOpen(true)}>Open a dialog</Button>
    </main>
  );
}
